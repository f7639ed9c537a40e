#ifndef MINGZHI_CSYSTEM_H
#define MINGZHI_CSYSTEM_H

/// Exchanges two names in one open directory in a single step; both must exist.
/// Returns 0, or -1 with `errno` set, as rename(2) does.
/// Linux: renameat2 with RENAME_EXCHANGE; macOS: renameatx_np with RENAME_SWAP.
int csystem_exchange(int directory, const char *first, const char *second);

#endif
