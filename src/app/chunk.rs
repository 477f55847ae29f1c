//! What is loaded later, and how far that is.

/// Screens that are loaded later, in a file of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chunk {
    /// What comes of an assessment, its result and its plan, and the pages to read.
    Assessment,
    /// What was kept: history, comparisons, files in and out.
    Archive,
    /// Everything about workshops.
    Workshop,
}

impl Chunk {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Assessment, Self::Archive, Self::Workshop];

    /// The words and the style that its screens need.
    #[must_use]
    pub const fn beside(self) -> &'static [Beside] {
        match self {
            Self::Assessment => &[Beside::Later],
            Self::Archive => &[Beside::Later, Beside::Archive],
            Self::Workshop => &[Beside::Later, Beside::Workshop],
        }
    }
}

/// Words and style that come beside chunks, each as a file of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// What later screens of any kind need.
    Later,
    /// What only those of what was kept need.
    Archive,
    /// What only those of a workshop need.
    Workshop,
}

impl Beside {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Later, Self::Archive, Self::Workshop];
}

/// One thing for each [`Chunk`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ByChunk<T> {
    /// That of [`Chunk::Assessment`].
    pub assessment: T,
    /// That of [`Chunk::Archive`].
    pub archive: T,
    /// That of [`Chunk::Workshop`].
    pub workshop: T,
}

impl<T> ByChunk<T> {
    /// That of a chunk.
    #[must_use]
    pub const fn of(&self, chunk: Chunk) -> &T {
        match chunk {
            Chunk::Assessment => &self.assessment,
            Chunk::Archive => &self.archive,
            Chunk::Workshop => &self.workshop,
        }
    }

    /// That of a chunk, to be changed.
    #[must_use]
    pub const fn of_mut(&mut self, chunk: Chunk) -> &mut T {
        match chunk {
            Chunk::Assessment => &mut self.assessment,
            Chunk::Archive => &mut self.archive,
            Chunk::Workshop => &mut self.workshop,
        }
    }
}

/// Where a chunk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoadState {
    /// Nobody has asked for it yet.
    Unasked,
    /// On its way.
    Coming,
    /// Here.
    Here,
    /// It did not arrive.
    Missing,
}
