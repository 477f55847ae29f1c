//! Modes of collection: the ways in which a session collected answers beside pasted text, which is always there.

/// A mode of collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// Files that were chosen or dropped.
    Files,
    /// Codes in front of a camera, or in pictures.
    Scan,
    /// One device that was passed round.
    PassedDevice,
    /// Hands that were counted.
    ShowOfHands,
    /// Lines of digits that were typed.
    TypedLines,
    /// The facilitator's own vote.
    Facilitator,
}

impl Mode {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Files,
        Self::Scan,
        Self::PassedDevice,
        Self::ShowOfHands,
        Self::TypedLines,
        Self::Facilitator,
    ];

    /// The name in a record.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Files => "files",
            Self::Scan => "scan",
            Self::PassedDevice => "device",
            Self::ShowOfHands => "hands",
            Self::TypedLines => "lines",
            Self::Facilitator => "facilitator",
        }
    }

    /// The mode of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }
}

/// The modes that a session has used, or that the team's last session used.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Modes(Vec<Mode>);

impl Modes {
    /// Whether a mode is among them.
    #[must_use]
    pub fn has(&self, mode: Mode) -> bool {
        self.0.contains(&mode)
    }

    /// Adds a mode.
    pub fn add(&mut self, mode: Mode) {
        if let Err(place) = self.0.binary_search(&mode) {
            self.0.insert(place, mode);
        }
    }

    /// All of them, each once, in the order of [`Mode::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = Mode> {
        self.0.iter().copied()
    }
}

impl Extend<Mode> for Modes {
    fn extend<All: IntoIterator<Item = Mode>>(&mut self, modes: All) {
        for mode in modes {
            self.add(mode);
        }
    }
}

impl FromIterator<Mode> for Modes {
    fn from_iter<All: IntoIterator<Item = Mode>>(modes: All) -> Self {
        let mut all = Self::default();
        all.extend(modes);
        all
    }
}
