#define _GNU_SOURCE
#include "CSystem.h"
#include <fcntl.h>
#include <stdio.h>

int csystem_exchange(int directory, const char *first, const char *second) {
#ifdef __APPLE__
  return renameatx_np(directory, first, directory, second, RENAME_SWAP);
#else
  return renameat2(directory, first, directory, second, RENAME_EXCHANGE);
#endif
}
