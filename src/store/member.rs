//! Members: who works at which premises, in which part.

use chrono::{DateTime, Utc};

use crate::domain::{
    id::{PremisesId, ReporterId, UserId},
    member::{Act, Role},
};

use super::{Tx, known, millis, moment};

/// Somebody who works at premises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub reporter: ReporterId,
    /// The Telegram user.
    pub user: UserId,
    /// As colleagues know them.
    pub called: Option<String>,
    /// Their part.
    pub role: Role,
    /// Since when.
    pub since: DateTime<Utc>,
}

impl Tx {
    /// The part somebody has at premises, unless they were revoked.
    pub async fn role(&mut self, premises: PremisesId, reporter: ReporterId) -> anyhow::Result<Option<Role>> {
        let role = sqlx::query_scalar!(
            "select role from member where premises_id = ? and reporter_id = ? and revoked_at is null",
            premises,
            reporter
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        role.map(|role| known(Role::named(&role), "role")).transpose()
    }

    /// Whether somebody may do something at premises.
    pub async fn may(&mut self, premises: PremisesId, reporter: ReporterId, act: Act) -> anyhow::Result<bool> {
        Ok(self.role(premises, reporter).await?.is_some_and(|role| role.may(act)))
    }

    /// Who works at premises, owners first.
    pub async fn members(&mut self, premises: PremisesId) -> anyhow::Result<Vec<Member>> {
        let rows = sqlx::query!(
            r#"select m.reporter_id as "reporter_id!: ReporterId", r.telegram_id as "telegram_id!: UserId", m.called, m.role, m.since
               from member m
               join reporter r on r.reporter_id = m.reporter_id
               where m.premises_id = ? and m.revoked_at is null
               order by m.since, m.reporter_id"#,
            premises
        )
        .fetch_all(&mut *self.inner)
        .await?;
        let mut members = rows
            .into_iter()
            .map(|row| {
                Ok(Member {
                    reporter: row.reporter_id,
                    user: row.telegram_id,
                    called: row.called,
                    role: known(Role::named(&row.role), "role")?,
                    since: moment(row.since),
                })
            })
            .collect::<anyhow::Result<Vec<_>>>()?;
        members.sort_by_key(|member| member.role);
        Ok(members)
    }

    /// Makes somebody a member, or a member again.
    pub async fn add_member(
        &mut self,
        premises: PremisesId,
        reporter: ReporterId,
        role: Role,
        called: Option<&str>,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let (role, now) = (role.as_str(), millis(now));
        sqlx::query!(
            "insert into member (premises_id, reporter_id, role, called, since)
             values (?, ?, ?, ?, ?)
             on conflict (premises_id, reporter_id) do update
             set role = excluded.role, called = excluded.called, since = excluded.since, revoked_at = null",
            premises,
            reporter,
            role,
            called,
            now
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Revokes a member at once; whether there was one.
    pub async fn revoke_member(
        &mut self,
        premises: PremisesId,
        reporter: ReporterId,
        now: DateTime<Utc>,
    ) -> anyhow::Result<bool> {
        let now = millis(now);
        let done = sqlx::query!(
            "update member set revoked_at = ? where premises_id = ? and reporter_id = ? and revoked_at is null",
            now,
            premises,
            reporter
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected() > 0)
    }
}
