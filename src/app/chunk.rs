//! What is loaded later, and how far that is.

/// Screens that are loaded later, in a file of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chunk {
    /// Everything about assessments.
    Assessment,
    /// Everything about workshops.
    Workshop,
}

/// One thing for each [`Chunk`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ByChunk<T> {
    /// That of [`Chunk::Assessment`].
    pub assessment: T,
    /// That of [`Chunk::Workshop`].
    pub workshop: T,
}

impl<T> ByChunk<T> {
    /// That of a chunk.
    #[must_use]
    pub const fn of(&self, chunk: Chunk) -> &T {
        match chunk {
            Chunk::Assessment => &self.assessment,
            Chunk::Workshop => &self.workshop,
        }
    }

    /// That of a chunk, to be changed.
    #[must_use]
    pub const fn of_mut(&mut self, chunk: Chunk) -> &mut T {
        match chunk {
            Chunk::Assessment => &mut self.assessment,
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
