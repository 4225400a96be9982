//! Note the number that the authorities' own system gave for a guest.

use crate::{
    domain::{
        id::{ReporterId, StayId},
        member::Act,
    },
    store::Tx,
};

/// Notes the number; whether the reporter may.
pub async fn note_reference(tx: &mut Tx, reporter: ReporterId, stay: StayId, reference: &str) -> anyhow::Result<bool> {
    let premises = tx.stay(stay).await?.arrival.premises_id;
    if !tx.may(premises, reporter, Act::Report).await? {
        return Ok(false);
    }
    tx.set_fpcs_reference(stay, reference).await?;
    Ok(true)
}
