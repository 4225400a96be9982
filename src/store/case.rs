//! Cases of the protection desk: concerns that were told, and premises that signals point to. There is deliberately no
//! way from a concern to whoever told it but the sealed way back.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::{
    area::AreaCode,
    concern::{CaseState, ReadyAnswer, Told, Topic},
    id::{AlertId, AnswerId, CaseId, ChatId, OfficerId, PremisesId, StayId, UnitId},
    language::Language,
    number::CaseNumber,
    signals::Signal,
};

use super::{Tx, known, millis, moment};

const TOLD: &str = "protection_case.told";
const WAY_BACK: &str = "way_back.chat";

/// What a case is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A concern that somebody told.
    Concern {
        /// What about.
        topic: Topic,
        /// What was told.
        told: Told,
        /// Where, as far as it was understood.
        area: Option<AreaCode>,
    },
    /// Premises to which signals point.
    Premises(PremisesId),
}

/// A case as it stands.
#[derive(Debug, Clone)]
pub struct Case {
    /// The row.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// The desk it is with.
    pub unit: Option<UnitId>,
    /// How far it has come.
    pub state: CaseState,
    /// What it is about.
    pub about: About,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// Who asked for the release, where a second officer has to confirm.
    pub asked_by: Option<OfficerId>,
    /// Who decided.
    pub decided_by: Option<OfficerId>,
    /// When its state changed last.
    pub changed_at: DateTime<Utc>,
    /// Grows with each change that its copies must show.
    pub revision: i64,
}

/// Where an answer can go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayBack {
    /// The private chat.
    pub chat: ChatId,
    /// Its language.
    pub language: Language,
}

/// An answer of the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseAnswer {
    /// The case.
    pub case: CaseId,
    /// What is answered.
    pub answer: ReadyAnswer,
    /// Who answered.
    pub officer: OfficerId,
    /// When.
    pub at: DateTime<Utc>,
}

impl Tx {
    /// Opens a case.
    pub async fn open_case(
        &mut self,
        number: &CaseNumber,
        about: &About,
        unit: Option<UnitId>,
        now: DateTime<Utc>,
    ) -> anyhow::Result<CaseId> {
        let now = millis(now);
        let (topic, told, area, premises) = match about {
            About::Concern { topic, told, area } => {
                let told = self.keys.seal_json(TOLD, told)?;
                (Some(topic.as_str()), Some(told), area.map(|area| area.to_string()), None)
            }
            About::Premises(premises) => (None, None, None, Some(*premises)),
        };
        Ok(sqlx::query_scalar!(
            r#"insert into protection_case (number, unit_id, state, topic, told_sealed, area, premises_id, opened_at, changed_at)
               values (?1, ?2, 'open', ?3, ?4, ?5, ?6, ?7, ?7)
               returning case_id as "case_id!: CaseId""#,
            number,
            unit,
            topic,
            told,
            area,
            premises,
            now
        )
        .fetch_one(&mut *self.inner)
        .await?)
    }

    /// A case by its id.
    pub async fn case(&mut self, id: CaseId) -> anyhow::Result<Option<Case>> {
        let row = sqlx::query!(
            r#"select number as "number!: CaseNumber", unit_id as "unit_id: UnitId", state, topic, told_sealed, area,
                      premises_id as "premises_id: PremisesId", opened_at, asked_by as "asked_by: OfficerId",
                      decided_by as "decided_by: OfficerId", changed_at, revision
               from protection_case
               where case_id = ?"#,
            id
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let about = match (row.premises_id, row.topic) {
            (Some(premises), _) => About::Premises(premises),
            (None, topic) => About::Concern {
                topic: known(topic.as_deref().and_then(Topic::named), "topic of a concern")?,
                told: match row.told_sealed {
                    Some(told) => self.keys.open_json(TOLD, &told)?,
                    None => Told::default(),
                },
                area: row.area.and_then(|area| AreaCode::try_from(area.as_str()).ok()),
            },
        };
        Ok(Some(Case {
            id,
            number: row.number,
            unit: row.unit_id,
            state: known(CaseState::named(&row.state), "state of a case")?,
            about,
            opened_at: moment(row.opened_at),
            asked_by: row.asked_by,
            decided_by: row.decided_by,
            changed_at: moment(row.changed_at),
            revision: row.revision,
        }))
    }

    /// Puts what was told in the place of what was told before.
    pub async fn set_told(&mut self, id: CaseId, told: &Told) -> anyhow::Result<()> {
        let told = self.keys.seal_json(TOLD, told)?;
        sqlx::query!("update protection_case set told_sealed = ?, revision = revision + 1 where case_id = ?", told, id)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Changes how far a case has come: who asked, who decided.
    pub async fn set_case_state(
        &mut self,
        id: CaseId,
        state: CaseState,
        asked_by: Option<OfficerId>,
        decided_by: Option<OfficerId>,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let (state, now) = (state.as_str(), millis(now));
        sqlx::query!(
            "update protection_case
             set state = ?, asked_by = ?, decided_by = ?, changed_at = ?, revision = revision + 1
             where case_id = ?",
            state,
            asked_by,
            decided_by,
            now,
            id
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// The copies of a case must show more: something about it has changed.
    pub async fn revise_case(&mut self, id: CaseId) -> anyhow::Result<()> {
        sqlx::query!("update protection_case set revision = revision + 1 where case_id = ?", id)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Gives a case to a desk, or to none; what it holds back goes with it.
    pub async fn set_case_unit(&mut self, id: CaseId, unit: Option<UnitId>) -> anyhow::Result<()> {
        sqlx::query!("update protection_case set unit_id = ? where case_id = ?", unit, id)
            .execute(&mut *self.inner)
            .await?;
        sqlx::query!(
            "update alert set unit_id = ?1
             where state = 'held' and stay_id in (
                 select s.stay_id from stay s join protection_case c on c.premises_id = s.premises_id where c.case_id = ?2
             )",
            unit,
            id
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Cases of a desk, or of none, that are not over, the oldest first.
    pub async fn cases_with(&mut self, unit: Option<UnitId>) -> anyhow::Result<Vec<CaseId>> {
        Ok(sqlx::query_scalar!(
            r#"select case_id as "case_id!: CaseId"
               from protection_case
               where unit_id is ? and state in ('open', 'releasing', 'kept')
               order by case_id
               limit 500"#,
            unit
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// Cases about premises: each with its state and the signals it rests on, the latest first.
    pub async fn cases_about(&mut self, premises: PremisesId) -> anyhow::Result<Vec<(CaseId, CaseState, Vec<Signal>)>> {
        let rows = sqlx::query!(
            r#"select c.case_id as "case_id!: CaseId", c.state, s.signal as "signal?", s.stay_id as "stay_id?: StayId"
               from protection_case c
               left join case_signal s on s.case_id = c.case_id
               where c.premises_id = ?
               order by c.case_id desc, s.signal, s.stay_id"#,
            premises
        )
        .fetch_all(&mut *self.inner)
        .await?;
        let mut cases: Vec<(CaseId, CaseState, Vec<Signal>)> = Vec::new();
        for row in rows {
            if cases.last().is_none_or(|(case, ..)| *case != row.case_id) {
                cases.push((row.case_id, known(CaseState::named(&row.state), "state of a case")?, Vec::new()));
            }
            let signal = row.signal.zip(row.stay_id).and_then(|(name, stay)| Signal::from_parts(&name, stay));
            if let Some((.., signals)) = cases.last_mut() {
                signals.extend(signal);
            }
        }
        Ok(cases)
    }

    /// Adds a signal to a case; whether it was not there.
    pub async fn add_signal(&mut self, case: CaseId, signal: Signal) -> anyhow::Result<bool> {
        let (name, stay) = signal.parts();
        let stay = stay.map_or(0, |stay| stay.0);
        let done = sqlx::query!(
            "insert into case_signal (case_id, signal, stay_id) values (?, ?, ?) on conflict do nothing",
            case,
            name,
            stay
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// The stays a case about premises lets the desk look at: those of its signals and of what it holds back.
    pub async fn stays_of_case(&mut self, case: CaseId) -> anyhow::Result<Vec<StayId>> {
        Ok(sqlx::query_scalar!(
            r#"select s.stay_id as "stay_id!: StayId"
               from stay s
               join protection_case c on c.premises_id = s.premises_id
               where c.case_id = ?1
                 and (exists (select 1 from case_signal g where g.case_id = ?1 and g.stay_id = s.stay_id)
                      or exists (select 1 from alert a where a.stay_id = s.stay_id and a.state = 'held'))
               order by s.stay_id"#,
            case
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// Holds an alert back, for a desk where there is one.
    pub async fn hold_alert(&mut self, id: AlertId, desk: Option<UnitId>) -> anyhow::Result<()> {
        sqlx::query!("update alert set state = 'held', unit_id = ? where alert_id = ?", desk, id)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Lets an alert go that was held back. It reads as raised on the day on which it goes, so that nothing tells of the
    /// wait.
    pub async fn let_alert_go(
        &mut self,
        id: AlertId,
        today: chrono::NaiveDate,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let now = millis(now);
        // Where the same rule fired and was withdrawn on this very day, the day stays as it was.
        sqlx::query!("update or ignore alert set raised_on = ? where alert_id = ? and state = 'held'", today, id)
            .execute(&mut *self.inner)
            .await?;
        sqlx::query!(
            "update alert
             set state = 'open', unit_id = null, cause = null, changed_at = ?, revision = 1
             where alert_id = ? and state = 'held'",
            now,
            id
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// The alerts held back at premises, the oldest first.
    pub async fn held_alerts(&mut self, premises: PremisesId) -> anyhow::Result<Vec<AlertId>> {
        Ok(sqlx::query_scalar!(
            r#"select a.alert_id as "alert_id!: AlertId"
               from alert a
               join stay s on s.stay_id = a.stay_id
               where s.premises_id = ? and a.state = 'held'
               order by a.alert_id"#,
            premises
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// Whether anybody has had a copy of an alert, or is about to.
    pub async fn has_copies(&mut self, id: AlertId) -> anyhow::Result<bool> {
        let copies = sqlx::query_scalar!("select count(*) from outbox where alert_id = ?", id);
        Ok(copies.fetch_one(&mut *self.inner).await? > 0)
    }

    /// Keeps the way back for an answer until a moment.
    pub async fn keep_way_back(&mut self, case: CaseId, way: WayBack, until: DateTime<Utc>) -> anyhow::Result<()> {
        let (sealed, until) = (self.keys.seal_json(WAY_BACK, &way)?, millis(until));
        sqlx::query!("insert into way_back (case_id, chat_sealed, until) values (?, ?, ?)", case, sealed, until)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// The way back, where there is one that is not over.
    pub async fn way_back(&mut self, case: CaseId, now: DateTime<Utc>) -> anyhow::Result<Option<WayBack>> {
        let now = millis(now);
        let sealed = sqlx::query_scalar!("select chat_sealed from way_back where case_id = ? and until > ?", case, now)
            .fetch_optional(&mut *self.inner)
            .await?;
        sealed.map(|sealed| self.keys.open_json(WAY_BACK, &sealed)).transpose()
    }

    /// Adds an answer.
    pub async fn add_answer(
        &mut self,
        case: CaseId,
        answer: ReadyAnswer,
        officer: OfficerId,
        now: DateTime<Utc>,
    ) -> anyhow::Result<AnswerId> {
        let (answer, now) = (answer.as_str(), millis(now));
        Ok(sqlx::query_scalar!(
            r#"insert into case_answer (case_id, answer, officer_id, at) values (?, ?, ?, ?)
               returning answer_id as "answer_id!: AnswerId""#,
            case,
            answer,
            officer,
            now
        )
        .fetch_one(&mut *self.inner)
        .await?)
    }

    /// An answer by its id.
    pub async fn answer(&mut self, id: AnswerId) -> anyhow::Result<Option<CaseAnswer>> {
        let row = sqlx::query!(
            r#"select case_id as "case_id!: CaseId", answer, officer_id as "officer_id!: OfficerId", at
               from case_answer
               where answer_id = ?"#,
            id
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        row.map(|row| {
            let answer = known(ReadyAnswer::named(&row.answer), "answer")?;
            Ok(CaseAnswer { case: row.case_id, answer, officer: row.officer_id, at: moment(row.at) })
        })
        .transpose()
    }

    /// The answers to a concern, the oldest first.
    pub async fn answers_to(&mut self, case: CaseId) -> anyhow::Result<Vec<CaseAnswer>> {
        let ids = sqlx::query_scalar!(
            r#"select answer_id as "answer_id!: AnswerId" from case_answer where case_id = ? order by answer_id"#,
            case
        )
        .fetch_all(&mut *self.inner)
        .await?;
        let mut answers = Vec::with_capacity(ids.len());
        for id in ids {
            answers.extend(self.answer(id).await?);
        }
        Ok(answers)
    }

    /// Every copy of a case must show its present revision.
    pub async fn refresh_case(&mut self, case: CaseId, now: DateTime<Utc>) -> anyhow::Result<()> {
        let now = millis(now);
        self.enqueued = true;
        sqlx::query!(
            "update outbox
             set wanted = (select revision from protection_case where case_id = ?1),
                 state = case state when 'shown' then 'queued' else state end,
                 due_at = case state when 'shown' then ?2 else due_at end,
                 attempts = 0
             where case_id = ?1",
            case,
            now
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Forgets ways back that are over, and concerns that were closed before a moment. How many concerns.
    pub async fn forget_concerns(&mut self, now: DateTime<Utc>, closed_before: DateTime<Utc>) -> anyhow::Result<u64> {
        let (now, before) = (millis(now), millis(closed_before));
        sqlx::query!("delete from way_back where until <= ?", now).execute(&mut *self.inner).await?;
        sqlx::query!(
            "delete from way_back
             where case_id in (select case_id from protection_case where topic is not null and state = 'closed' and changed_at < ?)",
            before
        )
        .execute(&mut *self.inner)
        .await?;
        sqlx::query!(
            "delete from case_answer
             where case_id in (select case_id from protection_case where topic is not null and state = 'closed' and changed_at < ?)",
            before
        )
        .execute(&mut *self.inner)
        .await?;
        sqlx::query!(
            "delete from outbox
             where case_id in (select case_id from protection_case where topic is not null and state = 'closed' and changed_at < ?)",
            before
        )
        .execute(&mut *self.inner)
        .await?;
        let done = sqlx::query!(
            "delete from protection_case where topic is not null and state = 'closed' and changed_at < ?",
            before
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected())
    }
}
