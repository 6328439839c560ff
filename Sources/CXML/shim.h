#pragma once
#include <libxml/xmlversion.h>
// ICU's headers contradict those of Foundation's own ICU; nothing of libxml2 that we use needs them.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>

// `xmlFree` is a variable, which Swift cannot know to be safe to read.
static inline void officebot_xml_free(void *memory) { xmlFree(memory); }
