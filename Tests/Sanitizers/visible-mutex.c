// Shows ThreadSanitizer what the standard library's Mutex does.
//
// The quick paths of Swift's Mutex are compiled into our code, where ThreadSanitizer sees them. When threads
// really wait for each other, libswiftSynchronization asks the kernel (FUTEX_LOCK_PI), and ThreadSanitizer sees
// neither the lock nor the unlock: it reports races between threads that took turns. These functions stand in
// front of the library's (LD_PRELOAD), call them, and say what happened. scripts/check-sanitized builds them.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// There in a program built with ThreadSanitizer only.
void __tsan_acquire(void *address) __attribute__((weak));
void __tsan_release(void *address) __attribute__((weak));

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *self

// Synchronization._MutexHandle._lockSlow(UInt32), _tryLockSlow() -> Bool and _unlockSlow(), of Swift 6.3.
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define TRY_LOCK "$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

SWIFT void lock(uint32_t thread, SELF) __asm__(LOCK);
SWIFT bool try_lock(SELF) __asm__(TRY_LOCK);
SWIFT void unlock(SELF) __asm__(UNLOCK);

SWIFT void lock(uint32_t thread, SELF) {
  SWIFT void (*library)(uint32_t, SELF) = dlsym(RTLD_NEXT, LOCK);
  library(thread, self);
  if (__tsan_acquire != NULL) __tsan_acquire(self);
}

SWIFT bool try_lock(SELF) {
  SWIFT bool (*library)(SELF) = dlsym(RTLD_NEXT, TRY_LOCK);
  bool is_locked = library(self);
  if (is_locked && __tsan_acquire != NULL) __tsan_acquire(self);
  return is_locked;
}

SWIFT void unlock(SELF) {
  SWIFT void (*library)(SELF) = dlsym(RTLD_NEXT, UNLOCK);
  if (__tsan_release != NULL) __tsan_release(self);
  library(self);
}
