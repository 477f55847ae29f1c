//! The addresses of this page's workers, in the form that the browser wants.

use super::js::property;
use super::page::document;
use js_sys::{Function, Object, Reflect};
use std::cell::OnceCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The only name that the page's security policy allows.
const POLICY: &str = "oxymoron-workers";

/// A script that runs beside the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// Reads QR codes.
    Reader,
    /// Lets the page load without a network.
    Offline,
}

impl Script {
    /// What the page calls it; nothing where the build has none.
    fn address(self) -> Option<String> {
        let attribute = match self {
            Self::Reader => "data-scan-worker",
            Self::Offline => "data-service-worker",
        };
        let address = document()?.document_element()?.get_attribute(attribute)?;
        Some(address).filter(|address| !address.is_empty())
    }

    /// How the browser is to read it. The page that is one file has a copy in memory, and browsers start none from there as a module
    /// when the page came from a disk.
    pub(super) fn kind(self) -> &'static str {
        match self.address() {
            Some(address) if address.starts_with("blob:") => "classic",
            _ => "module",
        }
    }

    /// Its address as a trusted type, where the browser knows these.
    pub(super) fn trusted(self) -> Option<JsValue> {
        let address = self.address()?;
        let types = property(&js_sys::global(), "trustedTypes");
        if types.is_undefined() {
            return Some(address.into());
        }
        let policy = policy(&types)?;
        let make: Function = property(&policy, "createScriptURL").dyn_into().ok()?;
        make.call1(&policy, &address.into()).ok()
    }
}

thread_local! {
    static TRUSTED: OnceCell<JsValue> = const { OnceCell::new() };
}

/// The policy: it can be made once, and trusts these two addresses.
fn policy(types: &JsValue) -> Option<JsValue> {
    if let Some(known) = TRUSTED.with(|trusted| trusted.get().cloned()) {
        return Some(known);
    }
    let allowed = [Script::Reader, Script::Offline].map(Script::address);
    let rule = Closure::<dyn FnMut(String) -> Result<String, JsValue>>::new(move |asked: String| {
        if allowed.iter().flatten().any(|address| *address == asked) {
            Ok(asked)
        } else {
            Err(JsValue::from_str("no worker of this page"))
        }
    });
    let rules = Object::new();
    Reflect::set(&rules, &"createScriptURL".into(), &rule.into_js_value()).ok()?;
    let create: Function = property(types, "createPolicy").dyn_into().ok()?;
    let policy = create.call2(types, &POLICY.into(), &rules).ok()?;
    TRUSTED.with(|trusted| trusted.set(policy.clone())).ok()?;
    Some(policy)
}
