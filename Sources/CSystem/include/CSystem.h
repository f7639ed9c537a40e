#ifndef MINGZHI_CSYSTEM_H
#define MINGZHI_CSYSTEM_H

/// Exchanges two paths on one file system in a single step; both must exist.
/// Returns 0, or -1 with `errno` set, as rename(2) does.
/// Linux: renameat2 with RENAME_EXCHANGE; macOS: renamex_np with RENAME_SWAP.
int csystem_exchange(const char *first, const char *second);

#endif
