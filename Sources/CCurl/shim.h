#pragma once

// libcurl's options are set through variadic functions, which Swift cannot call. Each wrapper
// here fixes the type of the value; which option takes which type is libcurl's documentation.
#include <curl/curl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

typedef size_t (*ccurl_bytes_callback)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode ccurl_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, void *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode ccurl_set_callback(CURL *easy, CURLoption option, ccurl_bytes_callback value) {
  return curl_easy_setopt(easy, option, value);
}

static inline void ccurl_set_rewind(CURL *easy, curl_seek_callback value, void *context) {
  curl_easy_setopt(easy, CURLOPT_SEEKFUNCTION, value);
  curl_easy_setopt(easy, CURLOPT_SEEKDATA, context);
}

static inline CURLcode ccurl_set_headers(CURL *easy, struct curl_slist *headers) {
  return curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
}

static inline CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

static inline long ccurl_get_long(CURL *easy, CURLINFO info) {
  long value = 0;
  return curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

static inline curl_off_t ccurl_get_offset(CURL *easy, CURLINFO info) {
  curl_off_t value = 0;
  return curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

// A CURLMsg keeps its result in a union; valid for CURLMSG_DONE only.
static inline CURLcode ccurl_result(const CURLMsg *message) { return message->data.result; }

static inline void ccurl_allow_http_only(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075500
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

// Without this, giving up a transfer in the middle of a name look-up waits for the look-up, and
// all other transfers with it.
static inline void ccurl_do_not_wait_for_resolver(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075700
  curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
#else
  (void)easy;
#endif
}

// How long sent bytes may stay unacknowledged before the kernel gives the connection up. Its own
// limit is about fifteen minutes, in which an HTTP/2 connection that died silently is reused.
static int ccurl_bound_socket(void *unacknowledged_milliseconds, curl_socket_t socket, curlsocktype purpose) {
  (void)purpose;
#ifdef TCP_USER_TIMEOUT
  unsigned int limit = (unsigned int)(size_t)unacknowledged_milliseconds;
  setsockopt(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, &limit, sizeof limit);
#endif
  return CURL_SOCKOPT_OK;
}

static inline void ccurl_bound_unacknowledged(CURL *easy, unsigned int milliseconds) {
  curl_easy_setopt(easy, CURLOPT_SOCKOPTFUNCTION, ccurl_bound_socket);
  curl_easy_setopt(easy, CURLOPT_SOCKOPTDATA, (void *)(size_t)milliseconds);
}
