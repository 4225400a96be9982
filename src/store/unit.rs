//! Police units, the areas they answer for, and their officers.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{
    area::AreaCode,
    id::{ChatId, OfficerId, UnitId, UserId},
    language::Language,
    unit::{Beat, UnitLevel},
};

use super::{Tx, known, millis};

/// A unit to be enrolled.
#[derive(Debug, Clone)]
pub struct NewUnit {
    /// As officers call it.
    pub name: String,
    /// Its level.
    pub level: UnitLevel,
    /// The language of its alerts.
    pub language: Language,
    /// Its group.
    pub chat: ChatId,
    /// The topic of a forum group.
    pub topic: Option<i64>,
    /// The areas it answers for; none is the whole country.
    pub areas: Vec<AreaCode>,
}

/// An enrolled unit.
#[derive(Debug, Clone)]
pub struct Unit {
    /// The row.
    pub id: UnitId,
    /// As officers call it.
    pub name: String,
    /// Its level.
    pub level: UnitLevel,
    /// The language of its alerts.
    pub language: Language,
    /// Its group.
    pub chat: ChatId,
    /// The topic of a forum group.
    pub topic: Option<i64>,
    /// Whether its group can be written to.
    pub reachable: bool,
}

/// An officer enrolled at a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Officer {
    /// The row.
    pub id: OfficerId,
    /// The unit.
    pub unit: UnitId,
    /// The Telegram user.
    pub user: UserId,
    /// As colleagues know them.
    pub name: String,
    /// The last day of the assignment.
    pub until: NaiveDate,
}

impl Tx {
    /// Enrols a unit.
    pub async fn add_unit(&mut self, unit: &NewUnit, now: DateTime<Utc>) -> anyhow::Result<UnitId> {
        let (level, language, now) = (unit.level.as_str(), unit.language.as_str(), millis(now));
        let id = sqlx::query_scalar!(
            r#"insert into unit (name, level, language, chat_id, topic_id, created_at)
               values (?, ?, ?, ?, ?, ?)
               returning unit_id as "unit_id!: UnitId""#,
            unit.name,
            level,
            language,
            unit.chat,
            unit.topic,
            now
        )
        .fetch_one(&mut *self.inner)
        .await?;
        let areas: Vec<String> = if unit.areas.is_empty() {
            vec![String::new()]
        } else {
            unit.areas.iter().map(ToString::to_string).collect()
        };
        for area in areas {
            sqlx::query!("insert into beat (unit_id, area) values (?, ?)", id, area).execute(&mut *self.inner).await?;
        }
        Ok(id)
    }

    /// All units, in the order of their enrolment.
    pub async fn units(&mut self) -> anyhow::Result<Vec<Unit>> {
        let rows = sqlx::query!(
            r#"select unit_id as "unit_id!: UnitId", name, level, language, chat_id as "chat_id!: ChatId", topic_id, reachable
               from unit
               order by unit_id"#
        )
        .fetch_all(&mut *self.inner)
        .await?;
        rows.into_iter()
            .map(|row| {
                Ok(Unit {
                    id: row.unit_id,
                    name: row.name,
                    level: known(UnitLevel::named(&row.level), "level of a unit")?,
                    language: known(Language::named(&row.language), "language")?,
                    chat: row.chat_id,
                    topic: row.topic_id,
                    reachable: row.reachable != 0,
                })
            })
            .collect()
    }

    /// A unit by its id.
    pub async fn unit(&mut self, id: UnitId) -> anyhow::Result<Unit> {
        known(self.units().await?.into_iter().find(|unit| unit.id == id), "unit")
    }

    /// The areas of a unit; none is the whole country.
    pub async fn areas_of(&mut self, unit: UnitId) -> anyhow::Result<Vec<AreaCode>> {
        let areas = sqlx::query_scalar!("select area from beat where unit_id = ? and area <> '' order by area", unit)
            .fetch_all(&mut *self.inner)
            .await?;
        areas.iter().map(|area| known(AreaCode::try_from(area.as_str()).ok(), "area code")).collect()
    }

    /// Every area of every unit that can be reached.
    pub async fn beats(&mut self) -> anyhow::Result<Vec<Beat>> {
        let rows = sqlx::query!(
            r#"select u.unit_id as "unit_id!: UnitId", u.level, b.area
               from unit u
               join beat b on b.unit_id = u.unit_id
               where u.reachable = 1"#
        )
        .fetch_all(&mut *self.inner)
        .await?;
        rows.into_iter()
            .map(|row| {
                Ok(Beat {
                    unit_id: row.unit_id,
                    level: known(UnitLevel::named(&row.level), "level of a unit")?,
                    area: if row.area.is_empty() {
                        None
                    } else {
                        Some(known(AreaCode::try_from(row.area.as_str()).ok(), "area code")?)
                    },
                })
            })
            .collect()
    }

    /// Marks a group as gone; the names of the units that had it are returned, those already marked left out.
    pub async fn set_unreachable(&mut self, chat: ChatId) -> anyhow::Result<Vec<UnitId>> {
        Ok(sqlx::query_scalar!(
            r#"update unit set reachable = 0
               where chat_id = ? and reachable = 1
               returning unit_id as "unit_id!: UnitId""#,
            chat
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// Marks a group as there again.
    pub async fn set_reachable(&mut self, chat: ChatId) -> anyhow::Result<()> {
        sqlx::query!("update unit set reachable = 1 where chat_id = ?", chat).execute(&mut *self.inner).await?;
        Ok(())
    }

    /// The group has another number since it became a supergroup.
    pub async fn move_chat(&mut self, from: ChatId, to: ChatId) -> anyhow::Result<()> {
        sqlx::query!("update unit set chat_id = ? where chat_id = ?", to, from).execute(&mut *self.inner).await?;
        sqlx::query!("update outbox set chat_id = ? where chat_id = ?", to, from).execute(&mut *self.inner).await?;
        Ok(())
    }

    /// The topic is gone: the unit's messages go to the group's general topic.
    pub async fn forget_topic(&mut self, chat: ChatId) -> anyhow::Result<()> {
        sqlx::query!("update unit set topic_id = null where chat_id = ?", chat).execute(&mut *self.inner).await?;
        sqlx::query!("update outbox set topic_id = null where chat_id = ?", chat).execute(&mut *self.inner).await?;
        Ok(())
    }

    /// Enrols an officer, or changes the name and the last day of one.
    pub async fn add_officer(
        &mut self,
        unit: UnitId,
        user: UserId,
        name: &str,
        until: NaiveDate,
        now: DateTime<Utc>,
    ) -> anyhow::Result<OfficerId> {
        let now = millis(now);
        Ok(sqlx::query_scalar!(
            r#"insert into officer (unit_id, telegram_id, name, until, created_at)
               values (?, ?, ?, ?, ?)
               on conflict (unit_id, telegram_id) do update
               set name = excluded.name, until = excluded.until, revoked_at = null
               returning officer_id as "officer_id!: OfficerId""#,
            unit,
            user,
            name,
            until,
            now
        )
        .fetch_one(&mut *self.inner)
        .await?)
    }

    /// The enrolment of a user at a unit, while it lasts.
    pub async fn officer_at(
        &mut self,
        unit: UnitId,
        user: UserId,
        today: NaiveDate,
    ) -> anyhow::Result<Option<Officer>> {
        Ok(self.officers(Some(unit)).await?.into_iter().find(|officer| officer.user == user && officer.until >= today))
    }

    /// The enrolments of a user, while they last.
    pub async fn officer_of(&mut self, user: UserId, today: NaiveDate) -> anyhow::Result<Option<Officer>> {
        Ok(self.officers(None).await?.into_iter().find(|officer| officer.user == user && officer.until >= today))
    }

    /// An officer by the id of the enrolment, lapsed or not.
    pub async fn officer(&mut self, id: OfficerId) -> anyhow::Result<Option<Officer>> {
        Ok(self.officers(None).await?.into_iter().find(|officer| officer.id == id))
    }

    /// Officers that were not revoked, of one unit or of all.
    pub async fn officers(&mut self, unit: Option<UnitId>) -> anyhow::Result<Vec<Officer>> {
        let rows = sqlx::query!(
            r#"select officer_id as "officer_id!: OfficerId", unit_id as "unit_id!: UnitId",
                      telegram_id as "telegram_id!: UserId", name, until as "until!: NaiveDate"
               from officer
               where revoked_at is null and (?1 is null or unit_id = ?1)
               order by officer_id"#,
            unit
        )
        .fetch_all(&mut *self.inner)
        .await?;
        Ok(rows
            .into_iter()
            .map(|row| Officer {
                id: row.officer_id,
                unit: row.unit_id,
                user: row.telegram_id,
                name: row.name,
                until: row.until,
            })
            .collect())
    }

    /// Ends an officer's enrolment at once. Whether there was one.
    pub async fn revoke_officer(&mut self, id: OfficerId, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let now = millis(now);
        let done =
            sqlx::query!("update officer set revoked_at = ? where officer_id = ? and revoked_at is null", now, id)
                .execute(&mut *self.inner)
                .await?;
        Ok(done.rows_affected() > 0)
    }
}
