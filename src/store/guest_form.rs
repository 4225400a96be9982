//! What guests fill in for a host: the link, whose it is, and the answers until they are reported.

use chrono::{DateTime, Utc};
use serde::{Serialize, de::DeserializeOwned};

use crate::domain::{
    id::{GuestFormId, PremisesId, ReportId, ReporterId, UserId},
    once::{Once, Seen},
};

use super::{Secret, Tx, millis, moment};

const ANSWERS: &str = "guest_form.answers";
const SECRET: &str = "guest_form";

/// A guest's form to be made.
#[derive(Debug)]
pub struct NewGuestForm<'a> {
    /// The place.
    pub premises: PremisesId,
    /// The reporter who asks.
    pub made_by: ReporterId,
    /// What opens it.
    pub secret: &'a Secret,
    /// Until when it can be opened.
    pub expires_at: DateTime<Utc>,
}

/// A guest's form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuestForm {
    /// The row.
    pub id: GuestFormId,
    /// The place.
    pub premises: PremisesId,
    /// The reporter who asks.
    pub made_by: ReporterId,
    /// Their Telegram user.
    pub host: UserId,
    /// When the link was made.
    pub made_at: DateTime<Utc>,
    /// Until when it can be opened.
    pub expires_at: DateTime<Utc>,
    /// Whose it is, once somebody agreed to fill it in.
    pub guest: Option<ReporterId>,
    /// Their Telegram user.
    pub guest_user: Option<UserId>,
    /// When the answers were handed over, while they are kept.
    pub handed_at: Option<DateTime<Utc>>,
    /// It was reported, by this report.
    pub report: Option<ReportId>,
    /// It was thrown away, or the link taken back.
    pub revoked: bool,
}

impl GuestForm {
    /// What became of the link, for somebody who opens it. Whose it is may go on with it until it was reported.
    pub fn once(&self, opened_by: Option<ReporterId>, now: DateTime<Utc>) -> Once {
        let is_theirs = self.guest.is_some() && self.guest == opened_by && self.report.is_none();
        let used = self.guest.is_some() && !is_theirs;
        let expires_at = if is_theirs { DateTime::<Utc>::MAX_UTC } else { self.expires_at };
        Once::of(expires_at, used, self.revoked, now)
    }

    /// Whether its answers wait for the reporter.
    pub fn is_waiting(&self) -> bool {
        self.handed_at.is_some() && self.report.is_none() && !self.revoked
    }
}

impl Tx {
    /// Keeps a form that a guest may fill in.
    pub async fn add_guest_form(&mut self, new: &NewGuestForm<'_>, now: DateTime<Utc>) -> anyhow::Result<GuestFormId> {
        let hash = self.keys.secret_hash(SECRET, new.secret.as_str());
        let (now, expires_at) = (millis(now), millis(new.expires_at));
        Ok(sqlx::query_scalar!(
            r#"insert into guest_form (premises_id, made_by, secret_hash, made_at, expires_at)
               values (?, ?, ?, ?, ?)
               returning guest_form_id as "guest_form_id!: GuestFormId""#,
            new.premises,
            new.made_by,
            hash,
            now,
            expires_at
        )
        .fetch_one(&mut *self.inner)
        .await?)
    }

    /// The form that a link opens, whatever became of it.
    pub async fn guest_form_of_secret(&mut self, secret: &str) -> anyhow::Result<Option<GuestFormId>> {
        let hash = self.keys.secret_hash(SECRET, secret);
        Ok(sqlx::query_scalar!(
            r#"select guest_form_id as "guest_form_id!: GuestFormId" from guest_form where secret_hash = ?"#,
            hash
        )
        .fetch_optional(&mut *self.inner)
        .await?)
    }

    /// A guest's form, unless it is long forgotten.
    pub async fn guest_form(&mut self, id: GuestFormId) -> anyhow::Result<Option<GuestForm>> {
        let row = sqlx::query!(
            r#"select f.premises_id as "premises_id!: PremisesId", f.made_by as "made_by!: ReporterId",
                      host.telegram_id as "host!: UserId", f.made_at, f.expires_at, f.guest_id as "guest_id?: ReporterId",
                      guest.telegram_id as "guest_user?: UserId", f.handed_at, f.report_id as "report_id?: ReportId",
                      f.revoked_at
               from guest_form f
               join reporter host on host.reporter_id = f.made_by
               left join reporter guest on guest.reporter_id = f.guest_id
               where f.guest_form_id = ?"#,
            id
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        Ok(row.map(|row| GuestForm {
            id,
            premises: row.premises_id,
            made_by: row.made_by,
            host: row.host,
            made_at: moment(row.made_at),
            expires_at: moment(row.expires_at),
            guest: row.guest_id,
            guest_user: row.guest_user,
            handed_at: row.handed_at.map(moment),
            report: row.report_id,
            revoked: row.revoked_at.is_some(),
        }))
    }

    /// Forms of a place that a guest may still fill in or that wait for the reporter, the latest first.
    pub async fn guest_forms_at(&mut self, premises: PremisesId, now: DateTime<Utc>) -> anyhow::Result<Vec<GuestForm>> {
        let now = millis(now);
        let ids = sqlx::query_scalar!(
            r#"select guest_form_id as "guest_form_id!: GuestFormId"
               from guest_form
               where premises_id = ? and used_at is null and revoked_at is null and (expires_at > ? or guest_id is not null)
               order by guest_form_id desc"#,
            premises,
            now
        )
        .fetch_all(&mut *self.inner)
        .await?;
        let mut forms = Vec::with_capacity(ids.len());
        for id in ids {
            forms.extend(self.guest_form(id).await?);
        }
        Ok(forms)
    }

    /// From here on the form is this guest's, who agreed to a version of the guest's privacy text.
    pub async fn claim_guest_form(
        &mut self,
        id: GuestFormId,
        guest: ReporterId,
        consent: &str,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let now = millis(now);
        sqlx::query!(
            "update guest_form
             set guest_id = ?, consent = ?, agreed_at = ?
             where guest_form_id = ? and guest_id is null",
            guest,
            consent,
            now,
            id
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Keeps what the guest answered, in the place of what they handed over before.
    pub async fn keep_guest_answers<T: Serialize>(
        &mut self,
        id: GuestFormId,
        answers: &T,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let (sealed, now) = (self.keys.seal_json(ANSWERS, answers)?, millis(now));
        sqlx::query!(
            "update guest_form
             set answers_sealed = ?, handed_at = ?
             where guest_form_id = ? and used_at is null and revoked_at is null",
            sealed,
            now,
            id
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// What the guest answered, while it is kept.
    pub async fn guest_answers<T: DeserializeOwned>(&mut self, id: GuestFormId) -> anyhow::Result<Option<T>> {
        let sealed = sqlx::query_scalar!("select answers_sealed from guest_form where guest_form_id = ?", id)
            .fetch_optional(&mut *self.inner)
            .await?
            .flatten();
        sealed.map(|sealed| self.keys.open_json(ANSWERS, &sealed)).transpose()
    }

    /// The form was reported, under the name of that draft: its answers stand in the report and are forgotten here.
    pub async fn use_guest_form(
        &mut self,
        id: GuestFormId,
        draft: &str,
        seen: Seen,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let (seen, now) = (seen.as_str(), millis(now));
        sqlx::query!(
            "update guest_form
             set answers_sealed = null, report_id = (select report_id from report where draft = ?), seen = ?, used_at = ?
             where guest_form_id = ? and used_at is null",
            draft,
            seen,
            now,
            id
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Throws a form away, with whatever was filled in; whether it was still there.
    pub async fn revoke_guest_form(&mut self, id: GuestFormId, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let now = millis(now);
        let done = sqlx::query!(
            "update guest_form
             set answers_sealed = null, revoked_at = ?
             where guest_form_id = ? and used_at is null and revoked_at is null",
            now,
            id
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// Throws away what guests filled in before a moment and nobody reported.
    pub async fn forget_guest_answers(
        &mut self,
        made_before: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> anyhow::Result<u64> {
        let (before, now) = (millis(made_before), millis(now));
        let done = sqlx::query!(
            "update guest_form
             set answers_sealed = null, revoked_at = ?
             where coalesce(handed_at, agreed_at, made_at) < ? and used_at is null and revoked_at is null",
            now,
            before
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected())
    }

    /// Deletes forms made before a moment: that a link was used is not told any more.
    pub async fn forget_guest_forms(&mut self, made_before: DateTime<Utc>) -> anyhow::Result<u64> {
        let before = millis(made_before);
        let done = sqlx::query!("delete from guest_form where made_at < ?", before).execute(&mut *self.inner).await?;
        Ok(done.rows_affected())
    }
}
