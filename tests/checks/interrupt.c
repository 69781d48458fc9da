// Loaded before the C library (LD_PRELOAD): counts the calls with which a program changes files, and does something at one of them.
//   STEP_LOG=FILE     every call by name, one a line
//   STEP=N            the N-th call is the one, from 1 on; 0 for none
//   STEP_ACTION       kill: the process dies before the call; kill-after: behind it; fail: the disk is full; half: half of a write, then full;
//                     interrupt: Ctrl-C comes, and the call is made
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_int count;

static int is_ours(int descriptor)
{
    struct stat status;
    return descriptor > 2 && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

// The action, if this is the call; else an empty text.
static const char *step(const char *name)
{
    int number = ++count;
    const char *log = getenv("STEP_LOG");
    if (log != NULL)
    {
        int descriptor = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT, 0600);
        char line[64];
        int length = snprintf(line, sizeof line, "%s\n", name);
        if (descriptor >= 0 && syscall(SYS_write, descriptor, line, length) == length)
            syscall(SYS_close, descriptor);
    }

    const char *wanted = getenv("STEP");
    const char *action = getenv("STEP_ACTION");
    if (wanted == NULL || action == NULL || atoi(wanted) != number)
        return "";
    if (strcmp(action, "kill") == 0)
        kill(getpid(), SIGKILL);
    if (strcmp(action, "interrupt") == 0)
        kill(getpid(), SIGINT);
    return action;
}

static void after(const char *action)
{
    if (strcmp(action, "kill-after") == 0)
        kill(getpid(), SIGKILL);
}

static int fails(const char *action)
{
    if (strcmp(action, "fail") != 0 && strcmp(action, "half") != 0)
        return 0;
    errno = ENOSPC;
    return 1;
}

// The real one, which .NET asks for `link` and others by name, so that it has to be stood in for as well.
static void *real_symbol(void *library, const char *name)
{
    static void *(*real)(void *, const char *);
    const char *versions[] = {"GLIBC_2.34", "GLIBC_2.17", "GLIBC_2.2.5"};
    for (int i = 0; real == NULL && i < 3; i++)
        real = (void *(*)(void *, const char *))dlvsym(RTLD_NEXT, "dlsym", versions[i]);
    if (real == NULL)
        abort();
    return real(library, name);
}

#define REAL(name) ((__typeof__(&name))real_symbol(RTLD_NEXT, #name))
#define CHANGING(type, name, parameters, arguments)       \
    type name parameters                                  \
    {                                                     \
        const char *action = step(#name);                 \
        if (fails(action))                                \
            return -1;                                    \
        type result = REAL(name) arguments;               \
        int error = errno;                                \
        after(action);                                    \
        errno = error;                                    \
        return result;                                    \
    }

CHANGING(int, rename, (const char *from, const char *to), (from, to))
CHANGING(int, link, (const char *from, const char *to), (from, to))
CHANGING(int, fchmod, (int descriptor, mode_t mode), (descriptor, mode))
CHANGING(int, fsync, (int descriptor), (descriptor))

// What a program removes was there for a moment only: removing does not fail on a full disk.
int unlink(const char *path)
{
    const char *action = step("unlink");
    int result = REAL(unlink)(path);
    after(action);
    return result;
}

#define WRITING(name, offset_type)                                                                   \
    ssize_t name(int descriptor, const void *buffer, size_t length, offset_type offset)              \
    {                                                                                                \
        if (!is_ours(descriptor))                                                                    \
            return REAL(name)(descriptor, buffer, length, offset);                                   \
        const char *action = step(#name);                                                            \
        if (strcmp(action, "half") == 0 && REAL(name)(descriptor, buffer, length / 2, offset) < 0)   \
            return -1;                                                                               \
        if (fails(action))                                                                           \
            return -1;                                                                               \
        ssize_t result = REAL(name)(descriptor, buffer, length, offset);                             \
        after(action);                                                                               \
        return result;                                                                               \
    }

WRITING(pwrite, off_t)
WRITING(pwrite64, off64_t)

#define OPENING(name)                                                  \
    int name(const char *path, int flags, ...)                         \
    {                                                                  \
        va_list rest;                                                  \
        va_start(rest, flags);                                         \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;      \
        va_end(rest);                                                  \
        if ((flags & O_CREAT) == 0)                                    \
            return REAL(name)(path, flags, mode);                      \
        const char *action = step(#name);                              \
        if (fails(action))                                             \
            return -1;                                                 \
        int result = REAL(name)(path, flags, mode);                    \
        after(action);                                                 \
        return result;                                                 \
    }

OPENING(open)
OPENING(open64)

void *dlsym(void *library, const char *name)
{
    if (strcmp(name, "link") == 0)
        return (void *)link;
    if (strcmp(name, "fsync") == 0)
        return (void *)fsync;
    return real_symbol(library, name);
}
