#include <zlib.h>

/// deflateInit2 is a macro, which Swift does not see. Raw deflate, as a zip file holds it: a negative window size.
static inline int mingzhi_deflate_init(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}

static inline int mingzhi_inflate_init(z_stream *stream) {
  return inflateInit2(stream, -15);
}
