//! Premises and their members.

use chrono::{DateTime, Utc};

use crate::domain::{
    area::AreaCode,
    country::Country,
    id::{PremisesId, ReporterId},
    person::Identity,
    premises::{Premises, PremisesDetails, PremisesKind},
};

use super::{Tx, known, millis};

/// How many of the latest stays tell which nationalities and rooms are frequent.
const LATEST: i64 = 40;

impl Tx {
    /// Registers premises with their first member.
    pub async fn add_premises(
        &mut self,
        details: &PremisesDetails,
        owner: ReporterId,
        now: DateTime<Utc>,
    ) -> anyhow::Result<PremisesId> {
        let (kind, area, now) = (details.kind.as_str(), details.area.to_string(), millis(now));
        let id = sqlx::query_scalar!(
            r#"insert into premises (kind, name, area, street, capacity, created_at)
               values (?, ?, ?, ?, ?, ?)
               returning premises_id as "premises_id!: PremisesId""#,
            kind,
            details.name,
            area,
            details.street,
            details.capacity,
            now
        )
        .fetch_one(&mut *self.inner)
        .await?;
        sqlx::query!(
            "insert into member (premises_id, reporter_id, role, since) values (?, ?, 'owner', ?)",
            id,
            owner,
            now
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(id)
    }

    /// The premises at which somebody may report, the one reported from last first.
    pub async fn premises_of(&mut self, reporter: ReporterId) -> anyhow::Result<Vec<Premises>> {
        let rows = sqlx::query!(
            r#"select p.premises_id as "premises_id!: PremisesId", p.kind, p.name, p.area, p.street, p.capacity
               from member m
               join premises p on p.premises_id = m.premises_id
               where m.reporter_id = ? and m.revoked_at is null
               order by (select max(s.stay_id) from stay s where s.premises_id = p.premises_id) desc, p.premises_id desc"#,
            reporter
        )
        .fetch_all(&mut *self.inner)
        .await?;
        rows.into_iter()
            .map(|row| {
                Ok(Premises {
                    id: row.premises_id,
                    details: details(&row.kind, row.name, &row.area, row.street, row.capacity)?,
                })
            })
            .collect()
    }

    /// Premises by their id.
    pub async fn premises(&mut self, id: PremisesId) -> anyhow::Result<Premises> {
        let row = sqlx::query!("select kind, name, area, street, capacity from premises where premises_id = ?", id)
            .fetch_one(&mut *self.inner)
            .await?;
        Ok(Premises { id, details: details(&row.kind, row.name, &row.area, row.street, row.capacity)? })
    }

    /// Nationalities and rooms of the latest stays at premises: nationalities the most frequent first, rooms the
    /// latest first.
    pub async fn habits(&mut self, premises: PremisesId) -> anyhow::Result<(Vec<Country>, Vec<String>)> {
        let rows = sqlx::query!(
            "select unit, identity_sealed from stay where premises_id = ? order by stay_id desc limit ?",
            premises,
            LATEST
        )
        .fetch_all(&mut *self.inner)
        .await?;
        let mut counts: Vec<(Country, usize)> = Vec::new();
        let mut units: Vec<String> = Vec::new();
        for row in rows {
            let identity: Identity = self.keys.open_json(super::stay::IDENTITY, &row.identity_sealed)?;
            if let Some(country) = identity.nationality {
                match counts.iter_mut().find(|(counted, _)| *counted == country) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((country, 1)),
                }
            }
            if let Some(unit) = row.unit
                && !units.contains(&unit)
            {
                units.push(unit);
            }
        }
        counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        units.truncate(6);
        Ok((counts.into_iter().take(6).map(|(country, _)| country).collect(), units))
    }
}

fn details(
    kind: &str,
    name: String,
    area: &str,
    street: Option<String>,
    capacity: Option<i64>,
) -> anyhow::Result<PremisesDetails> {
    Ok(PremisesDetails {
        kind: known(PremisesKind::named(kind), "kind of premises")?,
        name,
        area: known(AreaCode::try_from(area).ok(), "area code")?,
        street,
        capacity: capacity.and_then(|capacity| u32::try_from(capacity).ok()),
    })
}
