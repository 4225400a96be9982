//! How facts read in each language: dates, numbers, countries, places, kinds. Deliberately without sentences about them.

use std::fmt::Display;

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    clock,
    domain::{
        alert::{Cause, Rule},
        area::{AreaCode, Gazetteer},
        columns,
        country::Country,
        dates::PartialDate,
        digits::khmer_digits,
        document::{DateSource, DocumentKind, VisaClass},
        duty::Duty,
        entry::{Field, Why},
        member::Role,
        person::Sex,
        premises::{PremisesDetails, PremisesKind},
        report::{Reason, ReportKind},
        stay::{Arrival, Work},
        unit::UnitLevel,
    },
};

use super::{Language, Words};

impl Words {
    /// A number in the numerals of the language. Not for document and receipt numbers, which stay as printed.
    pub fn digits(&self, number: impl Display) -> String {
        match self.language {
            Language::Km => khmer_digits(number),
            Language::En | Language::Zh => number.to_string(),
        }
    }

    /// A day: `3 May 2026`, `៣ ឧសភា ២០២៦`, `2026年5月3日`.
    pub fn day(&self, day: NaiveDate) -> String {
        let (year, month, day) = clock::parts(day);
        self.msg_day(self.digits(day), month, self.digits(year))
    }

    /// A month: `May 2026`.
    pub fn month(&self, year: i32, month: u32) -> String {
        self.msg_month(month, self.digits(year))
    }

    /// A day and the time of day in Phnom Penh.
    pub fn moment(&self, moment: DateTime<Utc>) -> String {
        let (hour, minute) = clock::hour_and_minute(moment);
        self.msg_moment(self.day(clock::day_of(moment)), self.digits(format!("{hour:02}:{minute:02}")))
    }

    /// A birth date as far as the document tells it.
    pub fn birth(&self, birth: PartialDate) -> String {
        match (birth.day(), birth.month()) {
            (Some(day), _) => self.day(day),
            (None, Some(month)) => self.month(birth.year(), month),
            (None, None) => self.digits(birth.year()),
        }
    }

    /// A country's name.
    pub fn country(&self, country: Country) -> &'static str {
        match self.language {
            Language::Km => country.khmer(),
            Language::En => country.english(),
            Language::Zh => country.chinese(),
        }
    }

    /// An area's own name with its type: `Sangkat Boeung Keng Kang Ti Muoy`, `សង្កាត់បឹងកេងកងទី១`.
    pub fn area_name(&self, code: AreaCode) -> String {
        let Some(area) = Gazetteer::get().area(code) else { return code.to_string() };
        match self.language {
            Language::Km => area.khmer_with_kind(),
            Language::En => area.english_with_kind(),
            Language::Zh => area.chinese.map_or_else(|| area.english_with_kind(), str::to_owned),
        }
    }

    /// An area with all that it lies in, the smallest first, as an address is written.
    pub fn area_path(&self, code: AreaCode) -> String {
        let mut names: Vec<String> = Gazetteer::get().path(code).iter().map(|area| self.area_name(area.code)).collect();
        names.reverse();
        names.join(if self.language == Language::Km { " " } else { ", " })
    }

    /// The address of premises on one line.
    pub fn address(&self, premises: &PremisesDetails) -> String {
        match &premises.street {
            Some(street) => format!("{street}, {}", self.area_path(premises.area)),
            None => self.area_path(premises.area),
        }
    }

    /// A kind of premises.
    pub fn premises_kind(&self, kind: PremisesKind) -> String {
        match kind {
            PremisesKind::Rental => self.msg_kind_rental(),
            PremisesKind::Hotel => self.msg_kind_hotel(),
            PremisesKind::ConstructionSite => self.msg_kind_construction_site(),
            PremisesKind::CompanyHousing => self.msg_kind_company_housing(),
        }
    }

    /// What was shown.
    pub fn document_kind(&self, kind: DocumentKind) -> String {
        match kind {
            DocumentKind::Passport => self.msg_document_passport(),
            DocumentKind::ResidenceCard => self.msg_document_residence_card(),
            DocumentKind::ParentCard => self.msg_document_parent_card(),
            DocumentKind::Other => self.msg_document_other(),
            DocumentKind::Diplomatic => self.msg_document_diplomatic(),
            DocumentKind::None => self.msg_document_none(),
            DocumentKind::NotShown => self.msg_document_not_shown(),
        }
    }

    /// A visa class.
    pub fn visa(&self, visa: VisaClass) -> String {
        match visa {
            VisaClass::T => self.msg_visa_t(),
            VisaClass::E => self.msg_visa_e(),
            VisaClass::Eb => self.msg_visa_eb(),
            VisaClass::Eg => self.msg_visa_eg(),
            VisaClass::Er => self.msg_visa_er(),
            VisaClass::Es => self.msg_visa_es(),
            VisaClass::B => self.msg_visa_b(),
            VisaClass::C => self.msg_visa_c(),
            VisaClass::K => self.msg_visa_k(),
            VisaClass::G => self.msg_visa_g(),
            VisaClass::A => self.msg_visa_a(),
            VisaClass::None => self.msg_visa_none(),
            VisaClass::Unknown => self.msg_visa_unknown(),
        }
    }

    /// Where a date was read.
    pub fn date_source(&self, source: DateSource) -> String {
        match source {
            DateSource::EntryStamp => self.msg_source_entry_stamp(),
            DateSource::ExtensionSticker => self.msg_source_extension_sticker(),
            DateSource::Card => self.msg_source_card(),
            DateSource::NotKnown => self.msg_not_known(),
        }
    }

    /// A sex.
    pub fn sex(&self, sex: Sex) -> String {
        match sex {
            Sex::Female => self.msg_sex_female(),
            Sex::Male => self.msg_sex_male(),
            Sex::Unspecified => self.msg_sex_unspecified(),
        }
    }

    /// Whether and how somebody works at the premises.
    pub fn work(&self, work: Work) -> String {
        match work {
            Work::WithPermit => self.msg_work_with_permit(),
            Work::WithoutPermit => self.msg_work_without_permit(),
            Work::PermitNotSeen => self.msg_work_permit_not_seen(),
            Work::DoesNotWorkHere => self.msg_work_not_here(),
        }
    }

    /// Whether and how somebody works at the premises, and until when the permit is valid.
    pub fn work_of(&self, work: Work, permit_until: Option<NaiveDate>) -> String {
        match permit_until {
            Some(until) => self.msg_work_permit_until(self.work(work), self.day(until)),
            None => self.work(work),
        }
    }

    /// The same as a line of its own below others; nothing where it was not asked.
    pub fn work_line(&self, arrival: &Arrival) -> String {
        let work = arrival.work.map(|work| self.work_of(work, arrival.permit_until));
        work.map(|work| format!("\n{}", self.msg_work_line(work))).unwrap_or_default()
    }

    /// That there is a work permit by now, or a later one.
    pub fn permit_came(&self, arrival: &Arrival) -> String {
        if arrival.permit_until.is_some() { self.msg_permits_renewed() } else { self.msg_check_has_permit() }
    }

    /// What a rule states, as a heading. It never says "illegal".
    pub fn rule(&self, rule: Rule) -> String {
        match rule {
            Rule::Overstay => self.msg_rule_overstay(),
            Rule::NoDocument => self.msg_rule_no_document(),
            Rule::NoPermission => self.msg_rule_no_permission(),
            Rule::CardExpired => self.msg_rule_card_expired(),
            Rule::TurnedEighteen => self.msg_rule_turned_18(),
            Rule::WorkPermitMissing => self.msg_rule_work_permit_missing(),
            Rule::TwoPlaces => self.msg_rule_two_places(),
            Rule::LateReport => self.msg_rule_late_report(),
            Rule::SilentPremises => self.msg_rule_silent_premises(),
        }
    }

    /// A part at premises.
    pub fn role(&self, role: Role) -> String {
        match role {
            Role::Owner => self.msg_role_owner(),
            Role::Manager => self.msg_role_manager(),
            Role::Clerk => self.msg_role_clerk(),
            Role::Guard => self.msg_role_guard(),
        }
    }

    /// Somebody as colleagues know them, with their part.
    pub fn member(&self, called: Option<&str>, role: Role) -> String {
        match called {
            Some(called) => self.msg_called_as(called, self.role(role)),
            None => self.role(role),
        }
    }

    /// How far a report has come.
    pub fn duty(&self, duty: Duty) -> String {
        match duty {
            Duty::Draft => self.msg_duty_draft(),
            Duty::Due(deadline) => self.msg_duty_due(self.moment(deadline)),
            Duty::Sent => self.msg_duty_sent(),
            Duty::Acknowledged => self.msg_duty_acknowledged(),
            Duty::Corrected => self.msg_duty_corrected(),
            Duty::Cancelled => self.msg_duty_cancelled(),
            Duty::Exempt => self.msg_duty_exempt(),
        }
    }

    /// What a report reports.
    pub fn report_kind(&self, kind: ReportKind) -> String {
        match kind {
            ReportKind::Arrival => self.msg_report_arrival(),
            ReportKind::Departure => self.msg_report_departure(),
            ReportKind::Extension => self.msg_report_extension(),
            ReportKind::Move => self.msg_report_move(),
            ReportKind::Correction => self.msg_report_correction(),
            ReportKind::Cancellation => self.msg_report_cancellation(),
        }
    }

    /// Why a report was put right or taken back.
    pub fn reason(&self, reason: Reason) -> String {
        match reason {
            Reason::Mistyped => self.msg_reason_mistyped(),
            Reason::OtherDocument => self.msg_reason_other_document(),
            Reason::PlansChanged => self.msg_reason_plans_changed(),
            Reason::CameSince => self.msg_reason_came_since(),
            Reason::NeverCame => self.msg_reason_never_came(),
            Reason::Double => self.msg_reason_double(),
            Reason::WrongPlace => self.msg_reason_wrong_place(),
            Reason::NotLeft => self.msg_reason_not_left(),
            Reason::Other => self.msg_reason_other(),
        }
    }

    /// What is known of a guest, as tables and complaints call it.
    pub fn field(&self, field: Field) -> &'static str {
        let [km, en, zh] = columns::headings(field);
        match self.language() {
            Language::Km => km,
            Language::En => en,
            Language::Zh => zh,
        }
    }

    /// Why something read may be wrong.
    pub fn doubt(&self, why: Why) -> String {
        match why {
            Why::Repaired => self.msg_doubt_repaired(),
            Why::CheckFails => self.msg_doubt_check_fails(),
            Why::Unclear => self.msg_doubt_unclear(),
            Why::MayBeCut => self.msg_doubt_may_be_cut(),
            Why::UnknownCountry => self.msg_doubt_unknown_country(),
            Why::Guessed => self.msg_doubt_guessed(),
            Why::Passed => self.msg_doubt_passed(),
        }
    }

    /// Why an alert changed, as part of a sentence.
    pub fn cause(&self, cause: Cause) -> String {
        match cause {
            Cause::Left => self.msg_cause_left(),
            Cause::Moved => self.msg_cause_moved(),
            Cause::Extended => self.msg_cause_extended(),
            Cause::Corrected => self.msg_cause_corrected(),
            Cause::Cancelled => self.msg_cause_cancelled(),
            Cause::Resolved => self.msg_cause_resolved(),
        }
    }

    /// Lines, as many as fit into so many UTF-16 code units, and how many were left out.
    pub fn fitting(&self, lines: &[String], units: usize) -> String {
        let mut taken = 0;
        let fits = |line: &&String| {
            taken += line.encode_utf16().count() + 1;
            taken <= units
        };
        let shown = lines.iter().take_while(fits).count();
        let mut text = lines[..shown].join("\n");
        if shown < lines.len() {
            text.push('\n');
            text.push_str(&self.msg_more_lines(self.digits(lines.len() - shown)));
        }
        text
    }

    /// A guest as the reporter's own desk knows them.
    pub fn guest(&self, arrival: &Arrival) -> String {
        match &arrival.identity.name {
            _ if arrival.is_exempt() => self.msg_receipt_exempt(),
            Some(name) => name.to_string(),
            None => self.msg_receipt_unnamed(),
        }
    }

    /// A room, or that none was given.
    pub fn room(&self, unit: Option<&str>) -> String {
        unit.map_or_else(|| self.msg_not_given(), str::to_owned)
    }

    /// A level of the chain of command.
    pub fn unit_level(&self, level: UnitLevel) -> String {
        match level {
            UnitLevel::Post => self.msg_level_post(),
            UnitLevel::District => self.msg_level_district(),
            UnitLevel::Province => self.msg_level_province(),
            UnitLevel::National => self.msg_level_national(),
            UnitLevel::Protection => self.msg_level_protection(),
        }
    }

    /// The name of a language, in that language.
    pub fn language_name(language: Language) -> &'static str {
        match language {
            Language::Km => "ខ្មែរ",
            Language::En => "English",
            Language::Zh => "中文",
        }
    }
}
