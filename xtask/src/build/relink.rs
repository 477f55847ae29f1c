//! Three calls in the linked app lead to other functions than the compiler chose.
//!
//! What only a message of a panic calls is loaded by everybody, and everything that it needs: a message of Yew's has the name of an element in
//! small letters, and for that the letters of all scripts; two more quote a character or a text, and for that know of
//! all characters which can be seen.

use anyhow::{Context, Result, bail};
use std::ops::Range;
use wasm_encoder::{Module, RawSection};
use wasmparser::{
    BinaryReader, KnownCustom, Linking, Parser, Payload, RelocSectionReader, RelocationType, SymbolInfo,
};

/// A call, by what stands in the names of the three functions.
#[derive(Debug, Clone, Copy)]
pub struct Call {
    /// Who calls: one function or several of one name.
    pub by: &'static str,
    /// Who is called.
    pub to: &'static str,
    /// Who is to be called.
    pub instead: &'static str,
    /// Who decides what the functions are called and take.
    pub whose: Whose,
}

/// Who decides what functions are called and take, and so whether the call is known to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// A package of one version.
    Package,
    /// Whatever compiler there is: another one may name and shape its own functions otherwise, and then the app is larger.
    Compiler,
}

/// All of them.
pub const CALLS: [Call; 3] = [NAME_OF_ELEMENT, CUT_TEXT, QUOTED_NAMES];

/// The one of Yew's: 3.5 kB of letters and 1.5 kB of code in brotli.
const NAME_OF_ELEMENT: Call = Call {
    by: "feat_hydration13node_type_str",
    to: "to_lowercase",
    instead: "name_as_it_is",
    whose: Whose::Package,
};

/// Where a text is cut within a character.
const CUT_TEXT: Call = Call {
    by: "str16slice_error_fail",
    to: "slice_error_fail_rt",
    instead: "fail_at_cut",
    whose: Whose::Compiler,
};

/// Where Yew finds another element than it drew: both names would stand there as in a program.
const QUOTED_NAMES: Call = Call {
    by: "Hydratable$u20$for$u20$yew..virtual_dom..vnode..VNode$GT$7hydrate",
    to: "9panicking13assert_failed",
    instead: "fail_at_another_element",
    whose: Whose::Compiler,
};

/// A symbol of the linker that is a function: its place among the symbols, and that among the functions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Symbol {
    place: u32,
    function: u32,
}

/// What the linker left in a module.
#[derive(Default)]
struct Linked<'a> {
    imported: u32,
    types: Vec<u32>,
    code: Option<Range<usize>>,
    bodies: Vec<Range<usize>>,
    symbols: Vec<(Symbol, &'a str)>,
    relocations: Option<RelocSectionReader<'a>>,
    sections: Vec<(u8, Range<usize>)>,
}

impl<'a> Linked<'a> {
    fn read(wasm: &'a [u8]) -> Result<Self> {
        let mut linked = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload.context("reading the linked app")?;
            linked.sections.extend(payload.as_section());
            match payload {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let function = matches!(import?.ty, wasmparser::TypeRef::Func(_));
                        linked.imported += u32::from(function);
                    }
                }
                Payload::FunctionSection(types) => {
                    linked.types = types.into_iter().collect::<Result<_, _>>()?
                }
                Payload::CodeSectionStart { range, .. } => linked.code = Some(range),
                Payload::CodeSectionEntry(body) => linked.bodies.push(body.range()),
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Linking(parts) => {
                        for part in parts.subsections() {
                            if let Linking::SymbolTable(symbols) = part? {
                                linked.symbols = functions(symbols)?;
                            }
                        }
                    }
                    KnownCustom::Reloc(relocations) if custom.name() == "reloc.CODE" => {
                        linked.relocations = Some(relocations);
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(linked)
    }

    fn named(&self, part: &str) -> impl Iterator<Item = Symbol> {
        let named = self.symbols.iter().filter(move |(_, name)| name.contains(part));
        named.map(|(symbol, _)| *symbol)
    }

    fn only(&self, part: &str) -> Result<Symbol> {
        let mut named = self.named(part);
        match (named.next(), named.next()) {
            (Some(symbol), None) => Ok(symbol),
            _ => bail!("there is not one function {part} in the linked app"),
        }
    }

    fn own(&self, Symbol { function, .. }: Symbol) -> Result<usize> {
        let own = function
            .checked_sub(self.imported)
            .context("a function that is imported")?;
        Ok(own as usize)
    }

    fn type_of(&self, symbol: Symbol) -> Result<u32> {
        self.types
            .get(self.own(symbol)?)
            .copied()
            .context("a function without a type")
    }
}

fn functions<'a>(symbols: wasmparser::SymbolInfoMap<'a>) -> Result<Vec<(Symbol, &'a str)>> {
    let mut functions = Vec::new();
    for (symbol, place) in symbols.into_iter().zip(0..) {
        if let SymbolInfo::Func {
            index,
            name: Some(name),
            ..
        } = symbol?
        {
            let symbol = Symbol {
                place,
                function: index,
            };
            functions.push((symbol, name));
        }
    }
    Ok(functions)
}

/// The module with that call changed. Whoever moves functions about by the linker's notes finds the new one in them.
///
/// # Errors
/// If there is no such call to a function that takes and gives the same, where that is not the compiler's to decide.
pub fn relink(wasm: &[u8], call: Call) -> Result<Vec<u8>> {
    let linked = Linked::read(wasm)?;
    let instead = linked.only(call.instead)?;
    let code = linked.code.clone().context("no code")?;
    let bodies = linked.named(call.by).map(|by| linked.own(by));
    let bodies = bodies.collect::<Result<Vec<_>>>()?;
    let bodies: Vec<_> = bodies.iter().filter_map(|by| linked.bodies.get(*by)).collect();
    let relocations = linked
        .relocations
        .clone()
        .context("no relocations: are they linked in?")?;
    let (mut bytes, mut notes, mut noted, mut changed) =
        (wasm.to_vec(), Vec::new(), relocations.range().start, 0);
    for entry in relocations.entries().into_iter_with_offsets() {
        let (at, entry) = entry?;
        let place = code.start + entry.offset as usize;
        if entry.ty != RelocationType::FunctionIndexLeb || !bodies.iter().any(|body| body.contains(&place)) {
            continue;
        }
        let called = linked.named(call.to).find(|symbol| symbol.place == entry.index);
        let Some(called) = called else { continue };
        // Of several functions of one name it stands in for those that take and give the same.
        if linked.type_of(called)? != linked.type_of(instead)? {
            continue;
        }
        let operand = bytes
            .get_mut(place..place + 5)
            .context("a call beyond the code")?;
        operand.copy_from_slice(&padded(instead.function));
        // A byte says what kind it is, then come the place and the symbol.
        let mut reader = BinaryReader::new(wasm.get(at..).unwrap_or_default(), at);
        reader.read_u8()?;
        reader.read_var_u32()?;
        let symbol = reader.original_position();
        reader.read_var_u32()?;
        notes.extend(wasm.get(noted..symbol).unwrap_or_default());
        wasm_encoder::Encode::encode(&instead.place, &mut notes);
        noted = reader.original_position();
        changed += 1;
    }
    match (changed, call.whose) {
        (0, Whose::Package) => bail!("{} does not call {} any more", call.by, call.to),
        (0, Whose::Compiler) => return Ok(wasm.to_vec()),
        _ => {}
    }
    notes.extend(wasm.get(noted..relocations.range().end).unwrap_or_default());
    let mut module = Module::new();
    for (id, range) in &linked.sections {
        let renewed;
        let data = if range.end == relocations.range().end {
            let name = wasm.get(range.start..relocations.range().start);
            renewed = [name.unwrap_or_default(), &notes].concat();
            &*renewed
        } else {
            bytes.get(range.clone()).unwrap_or_default()
        };
        module.section(&RawSection { id: *id, data });
    }
    Ok(module.finish())
}

/// An unsigned LEB128 number of five bytes, as linkers write those that they may change.
fn padded(number: u32) -> [u8; 5] {
    [0, 7, 14, 21, 28].map(|shift| {
        let bits = (number >> shift).to_le_bytes()[0] & 0x7f;
        if shift == 28 { bits } else { bits | 0x80 }
    })
}

#[cfg(test)]
mod tests {
    use super::padded;

    #[test]
    fn a_number_takes_five_bytes() {
        assert_eq!(padded(0), [0x80, 0x80, 0x80, 0x80, 0]);
        assert_eq!(padded(624_485), [0xe5, 0x8e, 0xa6, 0x80, 0]);
        assert_eq!(padded(u32::MAX), [0xff, 0xff, 0xff, 0xff, 0x0f]);
    }
}
