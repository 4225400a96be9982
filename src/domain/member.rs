//! Who may do what at premises. Deliberately without who they are.

use serde::{Deserialize, Serialize};

/// The part somebody has at premises; the order is downwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Answers for the place and decides who belongs to it.
    Owner,
    /// Runs it: as the owner, but for owners and other managers.
    Manager,
    /// Works at the desk.
    Clerk,
    /// Stands at the gate: sees who is here, reports who comes and who leaves.
    Guard,
}

/// What can be done at premises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// See who is here; report an arrival, a departure, a move; answer a question about a guest.
    Report,
    /// Change what was reported: extend, correct, cancel.
    Change,
    /// Invite people to the desk and revoke them.
    Invite,
}

impl Role {
    /// All roles, downwards.
    pub const ALL: [Self; 4] = [Self::Owner, Self::Manager, Self::Clerk, Self::Guard];

    /// The name used in the database and in callback acts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Manager => "manager",
            Self::Clerk => "clerk",
            Self::Guard => "guard",
        }
    }

    /// The role of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }

    /// Whether somebody of this role may do it.
    pub fn may(self, act: Act) -> bool {
        match act {
            Act::Report => true,
            Act::Change => self != Self::Guard,
            Act::Invite => matches!(self, Self::Owner | Self::Manager),
        }
    }

    /// Whether somebody of this role may invite or revoke somebody of the other.
    pub fn may_appoint(self, other: Self) -> bool {
        match self {
            Self::Owner => true,
            Self::Manager => other > Self::Manager,
            Self::Clerk | Self::Guard => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_appoints_everyone_a_manager_those_below_and_nobody_else_anyone() {
        let appointed = |role: Role| Role::ALL.into_iter().filter(|&other| role.may_appoint(other)).count();
        assert_eq!(Role::ALL.map(appointed), [4, 2, 0, 0]);
        assert!(Role::Guard.may(Act::Report) && !Role::Guard.may(Act::Change));
    }
}
