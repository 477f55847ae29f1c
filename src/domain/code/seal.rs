//! Sealing to a workshop's key: HPKE (RFC 9180), base mode, X25519-HKDF-SHA256, HKDF-SHA256, ChaCha20-Poly1305.
//!
//! Nothing here makes randomness; whoever calls hands in bytes of the system's secure generator.

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::rand_core::{Infallible, TryCryptoRng, TryRng};
use hpke::{
    Deserializable, Kem, OpModeR, OpModeS, Serializable, single_shot_open, single_shot_seal_with_rng,
};
use std::fmt;

type Suite = X25519HkdfSha256;

/// Bytes of the one-time key that every sealed text begins with.
pub const ENCAPSULATED: usize = 32;
/// Bytes of the tag that every sealed text ends with.
pub const TAG: usize = 16;

/// Secret random bytes, used up by what is made of them.
///
/// Two codes from the same bytes would give their difference away, so there is no way to copy them.
pub struct Entropy(pub [u8; 32]);

/// The facilitator's secret.
pub struct WorkshopKey {
    secret: <Suite as Kem>::PrivateKey,
    public: PublicKey,
}

impl WorkshopKey {
    /// The key of 32 secret bytes (`DeriveKeyPair` of RFC 9180, section 7.1.3); the same bytes give the same key.
    #[must_use]
    pub fn derive(seed: &[u8; 32]) -> Self {
        let (secret, public) = Suite::derive_keypair(seed);
        let public = PublicKey(public.to_bytes().into());
        Self { secret, public }
    }

    /// What goes into the invite.
    #[must_use]
    pub const fn public(&self) -> PublicKey {
        self.public
    }

    /// Opens what [`seal`] made with the same context and header; none if anything differs.
    #[must_use]
    pub fn open(&self, context: &[u8], header: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let (encapsulated, text) = sealed.split_at_checked(ENCAPSULATED)?;
        let encapsulated = <Suite as Kem>::EncappedKey::from_bytes(encapsulated).ok()?;
        single_shot_open::<ChaCha20Poly1305, HkdfSha256, Suite>(
            &OpModeR::Base,
            &self.secret,
            &encapsulated,
            context,
            text,
            header,
        )
        .ok()
    }
}

impl fmt::Debug for WorkshopKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("WorkshopKey").finish_non_exhaustive()
    }
}

/// The facilitator's X25519 public key, as bytes. Not every 32 bytes are one that can be sealed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PublicKey(pub [u8; 32]);

/// An invite's key cannot be sealed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CannotSeal;

impl fmt::Display for CannotSeal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("The invite carries a key that cannot be used: ask the facilitator for a new invite")
    }
}

impl std::error::Error for CannotSeal {}

/// The one-time public key that [`seal`] makes of these bytes and puts first. They stay unused, for it to be made again.
#[must_use]
pub fn one_time_key(entropy: &Entropy) -> [u8; ENCAPSULATED] {
    let (_, public) = Suite::derive_keypair(&entropy.0);
    public.to_bytes().into()
}

/// The one-time public key, then the sealed text, then the tag: 48 bytes more than `text`.
///
/// `context` (the RFC's info) and `header` (its additional data) are not in it and have to be the same for opening.
///
/// # Errors
/// If `to` is a point of low order.
pub fn seal(
    to: PublicKey,
    context: &[u8],
    header: &[u8],
    text: &[u8],
    entropy: Entropy,
) -> Result<Vec<u8>, CannotSeal> {
    let key = <Suite as Kem>::PublicKey::from_bytes(&to.0).map_err(|_| CannotSeal)?;
    let mut given = Given::new(entropy);
    let (encapsulated, sealed) = single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, Suite>(
        &OpModeS::Base,
        &key,
        context,
        text,
        header,
        &mut given,
    )
    .map_err(|_| CannotSeal)?;
    if given.ran_dry {
        return Err(CannotSeal);
    }
    Ok([encapsulated.to_bytes().as_slice(), &sealed].concat())
}

/// A generator that gives out bytes it was given, once.
struct Given {
    left: std::array::IntoIter<u8, 32>,
    ran_dry: bool,
}

impl Given {
    fn new(entropy: Entropy) -> Self {
        Self {
            left: entropy.0.into_iter(),
            ran_dry: false,
        }
    }

    fn take<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| self.byte())
    }

    fn byte(&mut self) -> u8 {
        let byte = self.left.next();
        self.ran_dry |= byte.is_none();
        byte.unwrap_or(0)
    }
}

impl TryRng for Given {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_le_bytes(self.take()))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_le_bytes(self.take()))
    }

    fn try_fill_bytes(&mut self, target: &mut [u8]) -> Result<(), Infallible> {
        target.fill_with(|| self.byte());
        Ok(())
    }
}

impl TryCryptoRng for Given {}
