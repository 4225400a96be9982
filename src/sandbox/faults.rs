//! Troubles ordered by a test: refusals, resets, delays. It only hands them out; the server carries them out.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

/// What goes wrong with a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// Answered with this error and not done.
    Error {
        /// `error_code` and HTTP status.
        code: u16,
        /// `description`, in full.
        description: String,
        /// `parameters.retry_after`, seconds.
        #[serde(default)]
        retry_after: Option<i64>,
    },
    /// The connection is dropped before anything is done.
    Reset,
    /// Done, and then the connection is dropped without an answer.
    AcceptThenDrop,
    /// Done and answered this many milliseconds late.
    Delay(u64),
}

struct Order {
    method: String,
    fault: Fault,
    when: When,
}

enum When {
    Next(u64),
    OneIn { probability: f64, dice: u64 },
}

/// The faults still to be met.
#[derive(Default)]
pub struct Faults {
    armed: AtomicBool,
    orders: Mutex<VecDeque<Order>>,
}

impl Faults {
    /// The next `count` calls of `method` (any letter case, `*` for all) meet `fault`.
    pub fn next(&self, method: &str, count: u64, fault: Fault) {
        self.add(method, fault, When::Next(count));
    }

    /// Each call of `method` meets `fault` with `probability` (0 to 1), from a fixed seed.
    pub fn sometimes(&self, method: &str, probability: f64, fault: Fault) {
        self.add(method, fault, When::OneIn { probability, dice: 0x9E37_79B9_7F4A_7C15 });
    }

    /// No more faults.
    pub fn clear(&self) {
        self.orders().clear();
        self.armed.store(false, Ordering::Release);
    }

    fn add(&self, method: &str, fault: Fault, when: When) {
        self.orders().push_back(Order { method: method.to_ascii_lowercase(), fault, when });
        self.armed.store(true, Ordering::Release);
    }

    fn orders(&self) -> MutexGuard<'_, VecDeque<Order>> {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn take(&self, method: &str) -> Option<Fault> {
        if !self.armed.load(Ordering::Acquire) {
            return None;
        }
        let mut orders = self.orders();
        let mut met = None;
        for order in orders.iter_mut() {
            if order.method != "*" && !order.method.eq_ignore_ascii_case(method) {
                continue;
            }
            if order.when.strikes() {
                met = Some(order.fault.clone());
                break;
            }
        }
        orders.retain(|order| !matches!(order.when, When::Next(0)));
        self.armed.store(!orders.is_empty(), Ordering::Release);
        met
    }
}

impl When {
    fn strikes(&mut self) -> bool {
        match self {
            Self::Next(0) => false,
            Self::Next(left) => {
                *left -= 1;
                true
            }
            Self::OneIn { probability, dice } => {
                *dice ^= *dice << 13;
                *dice ^= *dice >> 7;
                *dice ^= *dice << 17;
                let thousandths = u32::try_from(*dice % 1000).unwrap_or(0);
                f64::from(thousandths) < *probability * 1000.0
            }
        }
    }
}
