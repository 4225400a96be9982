//! The same document at two premises: which stay was reported first, which later, and whether one has ended.

use chrono::{DateTime, Utc};

use crate::domain::id::{LinkId, StayId};

use super::{Tx, millis, moment};

/// Two stays of the same document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The row.
    pub id: LinkId,
    /// The stay reported first.
    pub earlier: StayId,
    /// The stay reported later.
    pub later: StayId,
    /// When one of them had ended.
    pub resolved_at: Option<DateTime<Utc>>,
}

impl Tx {
    /// Keeps a link, once; one that was resolved and is found again is not resolved any more.
    pub async fn add_link(&mut self, earlier: StayId, later: StayId, now: DateTime<Utc>) -> anyhow::Result<()> {
        let now = millis(now);
        sqlx::query!(
            "insert into link (earlier_stay_id, later_stay_id, found_at)
             values (?, ?, ?)
             on conflict (earlier_stay_id, later_stay_id) do update set resolved_at = null",
            earlier,
            later,
            now
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// A link by its id.
    pub async fn link(&mut self, id: LinkId) -> anyhow::Result<Option<Link>> {
        let row = sqlx::query!(
            r#"select earlier_stay_id as "earlier!: StayId", later_stay_id as "later!: StayId", resolved_at
               from link
               where link_id = ?"#,
            id
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        Ok(row.map(|row| Link { id, earlier: row.earlier, later: row.later, resolved_at: row.resolved_at.map(moment) }))
    }

    /// Links of a stay that are not resolved, or all of them.
    pub async fn links_of(&mut self, stay: StayId, unresolved_only: bool) -> anyhow::Result<Vec<Link>> {
        let ids = sqlx::query_scalar!(
            r#"select link_id as "link_id!: LinkId"
               from link
               where (earlier_stay_id = ?1 or later_stay_id = ?1) and (resolved_at is null or not ?2)
               order by link_id"#,
            stay,
            unresolved_only
        )
        .fetch_all(&mut *self.inner)
        .await?;
        let mut links = Vec::with_capacity(ids.len());
        for id in ids {
            links.extend(self.link(id).await?);
        }
        Ok(links)
    }

    /// Resolves a link.
    pub async fn resolve_link(&mut self, id: LinkId, now: DateTime<Utc>) -> anyhow::Result<()> {
        let now = millis(now);
        sqlx::query!("update link set resolved_at = ? where link_id = ? and resolved_at is null", now, id)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }
}
