//! localStorage, with every write read back and compared.

use crate::app::state::WriteError;
use crate::domain::record::{Key, PREFIX};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::{DomException, Storage};

/// The browser's storage, or nothing where it is blocked.
pub struct Records {
    local: Option<Storage>,
    known: RefCell<BTreeMap<Key, String>>,
}

impl Records {
    /// Opens localStorage; a private window, a setting or a policy may forbid it.
    pub fn open() -> Self {
        let local = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        let usable = local.filter(|storage| probe(storage).is_ok());
        Self {
            local: usable,
            known: RefCell::default(),
        }
    }

    /// Whether anything can be read and written.
    pub const fn works(&self) -> bool {
        self.local.is_some()
    }

    /// Every key under our prefix.
    pub fn keys(&self) -> Vec<String> {
        let Some(storage) = &self.local else { return vec![] };
        let keys = (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok().flatten());
        keys.filter(|key| key.starts_with(PREFIX)).collect()
    }

    /// Every entry under our prefix, as it stands.
    pub fn entries(&self) -> Vec<(String, String)> {
        let Some(storage) = &self.local else { return vec![] };
        let entry = |key: String| Some((key.clone(), storage.get_item(&key).ok().flatten()?));
        let entries: Vec<_> = self.keys().into_iter().filter_map(entry).collect();
        for (key, text) in &entries {
            if let Ok(key) = key.parse() {
                self.known.borrow_mut().insert(key, text.clone());
            }
        }
        entries
    }

    /// What stands under a key.
    pub fn stored(&self, key: &Key) -> Option<String> {
        self.local.as_ref()?.get_item(&key.to_string()).ok().flatten()
    }

    /// What stands under a key, if this window does not know it yet. Of what is gone nothing is known any more: if it comes back, that is news.
    pub fn changed(&self, key: &Key) -> Option<String> {
        let stored = self.stored(key);
        let mut known = self.known.borrow_mut();
        if known.get(key) == stored.as_ref() {
            return None;
        }
        known.remove(key);
        let stored = stored?;
        known.insert(key.clone(), stored.clone());
        Some(stored)
    }

    /// Writes, reads back and compares.
    pub fn write(&self, key: &Key, text: String) -> Result<(), WriteError> {
        let storage = self.local.as_ref().ok_or(WriteError::Refused)?;
        let name = key.to_string();
        storage.set_item(&name, &text).map_err(|error| refusal(&error))?;
        if storage.get_item(&name).ok().flatten().as_deref() != Some(text.as_str()) {
            return Err(WriteError::Changed);
        }
        self.known.borrow_mut().insert(key.clone(), text);
        Ok(())
    }

    /// Removes an entry.
    pub fn remove(&self, key: &Key) {
        if let Some(storage) = &self.local {
            // A removal that the browser refuses leaves the record where it is; My data keeps showing it after a reload.
            let _refused = storage.remove_item(&key.to_string());
        }
        self.known.borrow_mut().remove(key);
    }
}

/// Some browsers hand out a storage that refuses every write; a full one still counts as usable.
fn probe(storage: &Storage) -> Result<(), ()> {
    let name = format!("{PREFIX}probe");
    match storage.set_item(&name, "1") {
        Ok(()) => storage.remove_item(&name).map_err(|_| ()),
        Err(error) if refusal(&error) == WriteError::Full => Ok(()),
        Err(_) => Err(()),
    }
}

fn refusal(error: &wasm_bindgen::JsValue) -> WriteError {
    let name = error
        .dyn_ref::<DomException>()
        .map(DomException::name)
        .unwrap_or_default();
    if name == "QuotaExceededError" || name == "NS_ERROR_DOM_QUOTA_REACHED" {
        WriteError::Full
    } else {
        WriteError::Refused
    }
}
