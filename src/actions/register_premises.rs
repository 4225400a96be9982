//! Register premises: the reporter becomes their owner.

use crate::{
    domain::{
        id::{PremisesId, ReporterId},
        premises::PremisesDetails,
    },
    store::Tx,
};

use super::Context;

/// Registers premises.
pub async fn register_premises(
    tx: &mut Tx,
    context: Context,
    owner: ReporterId,
    details: &PremisesDetails,
) -> anyhow::Result<PremisesId> {
    tx.add_premises(details, owner, context.now).await
}
