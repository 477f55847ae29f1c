//! The published vectors of RFC 9180, appendix A.2.1, against our use of the crate and against the crate itself.
//!
//! The crate keeps `shared_secret`, `key_schedule_context`, `secret`, `key`, `base_nonce` and `exporter_secret` to itself:
//! they are held only through the texts and exported values that are made of them.

use hpke::aead::{AeadCtxR, AeadCtxS, ChaCha20Poly1305};
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::rand_core::{Infallible, TryCryptoRng, TryRng};
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable, setup_receiver, setup_sender_with_rng};
use oxymoron::domain::code::seal::{Entropy, PublicKey, WorkshopKey, seal};
use serde_json::Value;

struct Vectors(Value);

impl Vectors {
    fn read() -> Self {
        let text = include_str!("../../fixtures/codes/rfc9180-a2-1.json");
        Self(serde_json::from_str(text).unwrap())
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        bytes(&self.0, name)
    }

    fn array(&self, name: &str) -> [u8; 32] {
        self.bytes(name).try_into().unwrap()
    }

    fn list(&self, name: &str) -> &[Value] {
        self.0[name].as_array().unwrap()
    }

    fn sender(&self) -> AeadCtxS<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256> {
        let key = <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(&self.bytes("pkRm")).unwrap();
        let mut random = Published(self.array("ikmE"));
        let (_, sender) =
            setup_sender_with_rng(&OpModeS::Base, &key, &self.bytes("info"), &mut random).unwrap();
        sender
    }

    fn receiver(&self) -> AeadCtxR<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256> {
        let (secret, _) = X25519HkdfSha256::derive_keypair(&self.bytes("ikmR"));
        let encapsulated = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(&self.bytes("enc")).unwrap();
        setup_receiver(&OpModeR::Base, &secret, &encapsulated, &self.bytes("info")).unwrap()
    }
}

fn bytes(value: &Value, name: &str) -> Vec<u8> {
    let text = value[name].as_str().unwrap();
    let byte = |at| u8::from_str_radix(&text[at..at + 2], 16).unwrap();
    (0..text.len()).step_by(2).map(byte).collect()
}

#[test]
fn keys_are_derived_as_published() {
    let vectors = Vectors::read();
    let key = WorkshopKey::derive(&vectors.array("ikmR"));
    assert_eq!(key.public().0, vectors.array("pkRm"));
    for (material, secret, public) in [("ikmR", "skRm", "pkRm"), ("ikmE", "skEm", "pkEm")] {
        let pair = X25519HkdfSha256::derive_keypair(&vectors.bytes(material));
        let published = <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(&vectors.bytes(secret)).unwrap();
        // The appendix writes private keys before clamping, the crate after it.
        assert_eq!(pair.0.to_bytes(), published.to_bytes());
        assert_eq!(pair.1.to_bytes().to_vec(), vectors.bytes(public));
    }
}

#[test]
fn our_seal_and_open_give_the_published_text() {
    let vectors = Vectors::read();
    let (info, first) = (vectors.bytes("info"), &vectors.list("encryptions")[0]);
    let sealed = seal(
        PublicKey(vectors.array("pkRm")),
        &info,
        &bytes(first, "aad"),
        &bytes(first, "pt"),
        Entropy(vectors.array("ikmE")),
    )
    .unwrap();
    assert_eq!(sealed, [vectors.bytes("enc"), bytes(first, "ct")].concat());

    let key = WorkshopKey::derive(&vectors.array("ikmR"));
    let open = |info: &[u8], aad: &[u8]| key.open(info, aad, &sealed);
    assert_eq!(open(&info, &bytes(first, "aad")), Some(bytes(first, "pt")));
    assert_eq!(open(&info[1..], &bytes(first, "aad")), None);
    assert_eq!(open(&info, b"Count-1"), None);
}

/// We seal one text for each key; the later ones of the appendix hold the crate's nonces.
#[test]
fn the_crate_gives_every_published_text() {
    let vectors = Vectors::read();
    let (mut sender, mut receiver) = (vectors.sender(), vectors.receiver());
    let mut published = vectors.list("encryptions").iter().peekable();
    for number in 0..=256_u32 {
        let aad = format!("Count-{number}");
        let text = bytes(&vectors.list("encryptions")[0], "pt");
        let sealed = sender.seal(&text, aad.as_bytes()).unwrap();
        if let Some(one) = published.next_if(|one| one["sequence_number"] == number) {
            assert_eq!(
                (&sealed, aad.as_bytes()),
                (&bytes(one, "ct"), bytes(one, "aad").as_slice()),
                "{number}"
            );
        }
        assert_eq!(receiver.open(&sealed, aad.as_bytes()), Ok(text));
    }
    assert_eq!(published.next(), None);
}

#[test]
fn the_crate_exports_the_published_values() {
    let vectors = Vectors::read();
    for export in vectors.list("exports") {
        let mut values = [[0; 32]; 2];
        let context = bytes(export, "exporter_context");
        vectors.sender().export(&context, &mut values[0]).unwrap();
        vectors.receiver().export(&context, &mut values[1]).unwrap();
        assert_eq!(
            values.map(Vec::from),
            [(); 2].map(|()| bytes(export, "exported_value"))
        );
    }
}

/// Gives out `ikmE`.
struct Published([u8; 32]);

impl TryRng for Published {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        unreachable!("the crate asks for bytes")
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        unreachable!("the crate asks for bytes")
    }

    fn try_fill_bytes(&mut self, target: &mut [u8]) -> Result<(), Infallible> {
        target.copy_from_slice(&self.0);
        Ok(())
    }
}

impl TryCryptoRng for Published {}
