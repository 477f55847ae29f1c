//! Which of two edits is the later one, without a clock.
//!
//! A record counts its revisions (Lamport 1978): whoever writes first reads what is stored, takes over what is newer there and
//! writes one revision higher. Each part carries the revision that changed it, so two windows merge part by part.

/// A count of the writes of one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Revision(pub u32);

impl Revision {
    /// The revision after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// A value with the revision that set it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stamped<T> {
    /// The value.
    pub value: T,
    /// The revision that set it.
    pub revision: Revision,
}

impl<T> Stamped<T> {
    /// A value that was set by a revision.
    pub const fn new(value: T, revision: Revision) -> Self {
        Self { value, revision }
    }

    /// Takes the other value over if it is the later one; equal revisions keep the greater value, so that both windows agree.
    pub fn merge(&mut self, other: Self)
    where
        T: Ord,
    {
        if (other.revision, &other.value) > (self.revision, &self.value) {
            *self = other;
        }
    }
}
