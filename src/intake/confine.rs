//! A process gives up what reading a file does not need: the file system, the network, other processes, and more memory
//! and time than its share. It cannot be undone. Deliberately without anything that reads.

use std::collections::BTreeMap;

use landlock::{ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetStatus, Scope};
use rlimit::Resource;
use seccompiler::{BpfProgram, SeccompAction, SeccompFilter};
use serde::{Deserialize, Serialize};

/// What a process may use.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Share {
    /// Bytes of addresses.
    pub(super) memory: u64,
    /// Seconds of a processor.
    pub(super) seconds: u64,
}

/// Confines this process; whether the kernel enforces landlock too. Fails when the rest cannot be had.
pub(super) fn confine(share: Share) -> anyhow::Result<bool> {
    limit(share)?;
    let landlock = leave_files()?;
    seccompiler::apply_filter_all_threads(&calls()?)?;
    Ok(landlock)
}

fn limit(share: Share) -> anyhow::Result<()> {
    for (resource, most) in [
        (Resource::AS, share.memory),
        (Resource::CPU, share.seconds),
        (Resource::FSIZE, 0),
        (Resource::CORE, 0),
        (Resource::NPROC, 0),
        (Resource::NOFILE, 16),
    ] {
        // What is already lower stays: raising is not ours to do.
        let (_, hard) = rlimit::getrlimit(resource)?;
        let most = most.min(hard);
        rlimit::setrlimit(resource, most, most)?;
    }
    Ok(())
}

/// No file, no port, no other process's socket or signal. An older kernel enforces what it knows.
fn leave_files() -> anyhow::Result<bool> {
    let ruleset = Ruleset::default()
        .handle_access(AccessFs::from_all(ABI::V5))?
        .handle_access(AccessNet::from_all(ABI::V5))?
        .scope(Scope::AbstractUnixSocket | Scope::Signal)?;
    Ok(ruleset.create()?.restrict_self()?.ruleset != RulesetStatus::NotEnforced)
}

/// Calls on memory, clocks, locks and the open pipes. All others are answered as a kernel answers that lacks them, which
/// libraries take for granted: without threads they go on with the one they have.
const ALLOWED: &[i64] = &[
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_close,
    libc::SYS_fstat,
    libc::SYS_lseek,
    libc::SYS_mmap,
    libc::SYS_munmap,
    libc::SYS_mprotect,
    libc::SYS_mremap,
    libc::SYS_madvise,
    libc::SYS_brk,
    libc::SYS_futex,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_getrandom,
    libc::SYS_clock_gettime,
    libc::SYS_clock_nanosleep,
    libc::SYS_nanosleep,
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_set_robust_list,
    libc::SYS_rseq,
    libc::SYS_restart_syscall,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

fn calls() -> anyhow::Result<BpfProgram> {
    let rules: BTreeMap<i64, Vec<_>> = ALLOWED.iter().map(|&call| (call, Vec::new())).collect();
    let missing = SeccompAction::Errno(u32::try_from(libc::ENOSYS)?);
    let filter = SeccompFilter::new(rules, missing, SeccompAction::Allow, std::env::consts::ARCH.try_into()?)?;
    Ok(filter.try_into()?)
}
