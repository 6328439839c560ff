#pragma once
#include <librsvg/rsvg.h>
#include <cairo.h>
#include <glib.h>
#include <zlib.h>
