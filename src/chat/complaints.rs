//! What was wrong with a cell or with a whole file, in words. Deliberately without what stood there.

use crate::{
    intake::table::{Complaint, Wrong},
    text::{Picture, Words},
};

/// What is wrong with a cell, with what it is about.
pub(super) fn complaint(words: &Words, complaint: Complaint) -> String {
    let what = match complaint.what {
        Wrong::DateUnclear => words.msg_wrong_date_unclear(),
        Wrong::DateIncomplete => words.msg_wrong_date_incomplete(),
        Wrong::DateImpossible => words.msg_wrong_date_impossible(),
        Wrong::DateLunar => words.msg_wrong_date_lunar(),
        Wrong::DateTooFarPast => words.msg_wrong_date_past(),
        Wrong::DateInFuture => words.msg_wrong_date_future(),
        Wrong::BornInFuture => words.msg_wrong_born_future(),
        Wrong::LeavesBeforeArrival => words.msg_wrong_leaves_before(),
        Wrong::NumberOdd => words.msg_wrong_number(),
        Wrong::NumberRounded => words.msg_wrong_number_rounded(),
        Wrong::NameNotLatin => words.msg_wrong_name_not_latin(),
        Wrong::NameHasDigits => words.msg_wrong_name_digits(),
        Wrong::NameOdd => words.msg_wrong_name(),
        Wrong::CountryUnknown => words.msg_wrong_country(),
        Wrong::CountryUnclear => words.msg_wrong_country_unclear(),
        Wrong::SexUnknown => words.msg_wrong_sex(),
        Wrong::DocumentUnknown => words.msg_wrong_document(),
        Wrong::VisaUnknown => words.msg_wrong_visa(),
        Wrong::SourceUnknown => words.msg_wrong_source(),
        Wrong::WorkUnknown => words.msg_wrong_work(),
        Wrong::TooLong => words.msg_wrong_too_long(),
        Wrong::FormulaError => words.msg_wrong_formula(),
        Wrong::BecameDate => words.msg_wrong_became_date(),
    };
    words.msg_batch_complaint(words.field(complaint.field), what)
}

/// A drawing of what helps against it, where one says more than words.
pub(super) fn example(refusal: &str) -> Option<Picture> {
    match refusal {
        "too_dark" | "too_bright" => Some(Picture::PhotoLight),
        "cut_off" | "no_zone" => Some(Picture::PhotoCut),
        "too_small" | "turned" => Some(Picture::PhotoFar),
        "blurred" => Some(Picture::PhotoBlurred),
        _ => None,
    }
}

/// Why a file could not be read, and what helps.
pub(super) fn refusal(words: &Words, refusal: &str) -> String {
    match refusal {
        "too_dark" => words.msg_refused_too_dark(),
        "too_bright" => words.msg_refused_too_bright(),
        "blurred" => words.msg_refused_blurred(),
        "cut_off" => words.msg_refused_cut_off(),
        "turned" => words.msg_refused_turned(),
        "too_small" => words.msg_refused_too_small(),
        "no_zone" => words.msg_refused_no_zone(),
        "several_pages" => words.msg_refused_several_pages(),
        "too_large" => words.msg_file_too_large(),
        "too_many_pixels" => words.msg_refused_too_many_pixels(),
        "encrypted" => words.msg_refused_encrypted(),
        "damaged" => words.msg_refused_damaged(),
        "took_too_long" => words.msg_refused_took_too_long(),
        "unavailable" => words.msg_refused_unavailable(),
        "gone" => words.msg_refused_gone(),
        "unfolds" | "too_many_cells" => words.msg_refused_unfolds(),
        "too_many_rows" => words.msg_refused_too_many_rows(),
        "empty" => words.msg_refused_empty(),
        "no_header" => words.msg_refused_no_header(),
        _ => words.msg_refused_unknown(),
    }
}
