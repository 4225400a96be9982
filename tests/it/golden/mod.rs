//! Golden scripts: plays with several people and a clock, kept in `tests/conversations`. After every single turn the
//! database is closed and opened, so whatever is remembered was on disk. `UPDATE_GOLDEN=1` writes down what was played.

mod blind;
mod numbers;
mod phones;
pub(crate) mod play;
mod rules;
pub(crate) mod script;
mod twins;
pub(crate) mod world;

use std::{collections::BTreeSet, fs, path::Path};

use play::Play;
use script::Script;

/// Each script is a test of its own.
macro_rules! scripts {
    ($($name:ident),* $(,)?) => {
        const SCRIPTS: &[&str] = &[$(stringify!($name)),*];

        $(
            #[tokio::test]
            async fn $name() {
                let script = Script::read(stringify!($name));
                let play = Play::of(&script).await;
                script.compare(&play.shown());
            }
        )*
    };
}

scripts! {
    a_common_report,
    album_in_chinese,
    change_and_resume,
    company_housing,
    concern_in_chinese_and_english,
    concern_in_khmer,
    consent,
    consent_withdrawn,
    corrections_in_english_and_khmer,
    dates_in_english,
    dates_in_khmer_and_chinese,
    dates_that_pass,
    desk_in_khmer_and_chinese,
    digest_and_late_reports,
    draft_reminder,
    exempt_people_and_children,
    extension_in_khmer,
    fpcs_in_khmer_and_english,
    guest_in_chinese_for_a_khmer_host,
    help_card,
    hotel_in_english,
    landlord_in_khmer,
    late_reports_and_old_drafts,
    links_that_are_no_good,
    lists_of_a_hotel_in_chinese,
    members_in_khmer_and_english,
    my_data_in_chinese_and_english,
    my_data_in_khmer,
    odd_messages_in_chinese,
    odd_messages_in_english,
    odd_messages_in_khmer,
    of_age_and_work_permits,
    officer_in_khmer,
    old_and_forged_buttons,
    pasted_list_in_chinese,
    permits_that_run_out,
    photo_in_khmer,
    place_by_lists,
    place_by_location,
    place_by_search,
    receipts_in_english_and_chinese,
    reminders_in_khmer_and_english,
    roll_call_in_chinese_and_khmer,
    roster_in_chinese_and_khmer,
    several_at_once,
    shifts,
    signals_hold_alerts,
    silent_premises,
    site_in_chinese,
    spreadsheet_in_english,
    spreadsheet_in_khmer,
    still_here_in_chinese_and_khmer,
    template_in_khmer,
    two_places_in_three_languages,
    which_unit_answers,
}

#[test]
fn every_script_is_played() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conversations");
    let files = fs::read_dir(folder).expect("the folder is there").map(|file| file.expect("a file").file_name());
    let written: BTreeSet<String> =
        files.map(|name| name.to_string_lossy().trim_end_matches(".txt").to_owned()).collect();
    assert_eq!(written, SCRIPTS.iter().map(|&name| name.to_owned()).collect());
}
