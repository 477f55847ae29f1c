//! Where things are.

use std::path::{Path, PathBuf};

/// What only the screens of one kind need; their words and their style come with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Travels {
    /// With what was kept: history, comparisons, files in and out.
    Archive,
    /// With a workshop.
    Workshop,
}

impl Travels {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Archive, Self::Workshop];

    /// What their words are called where the texts have their names, and the files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Archive => "archive",
            Self::Workshop => "workshop",
        }
    }

    /// With what a file travels, by its path in the workspace; nothing if others need it too.
    #[must_use]
    pub fn of(file: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|it| it.files().iter().any(|start| file.starts_with(start)))
    }

    const fn files(self) -> &'static [&'static str] {
        match self {
            Self::Archive => &OF_THE_ARCHIVE,
            Self::Workshop => &OF_A_WORKSHOP,
        }
    }
}

const OF_THE_ARCHIVE: [&str; 2] = ["src/ui/charts/timeline/", "src/ui/screens/archive/"];

const OF_A_WORKSHOP: [&str; 16] = [
    "src/app/workshop/",
    "src/ui/charts/dots/",
    "src/ui/charts/qr/",
    "src/ui/components/invite_field/",
    "src/ui/components/link/",
    "src/ui/components/passing/",
    "src/ui/components/reach/",
    "src/ui/components/rehearsed.rs",
    "src/ui/components/room/",
    "src/ui/components/scanner/",
    "src/ui/components/session_file/",
    "src/ui/components/since/",
    "src/ui/components/wall/",
    "src/ui/rooms_part.rs",
    "src/ui/screens/workshop/",
    "src/ui/workshop_handle.rs",
];

/// The folders of the workspace that the tooling reads and writes.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
    target: PathBuf,
    version: String,
}

impl Project {
    /// The workspace this program was started in.
    #[must_use]
    pub fn find() -> Self {
        let metadata = xtask_wasm::metadata();
        Self {
            root: metadata.workspace_root.clone().into(),
            target: metadata.target_directory.clone().into(),
            version: metadata
                .packages
                .iter()
                .find(|package| package.name.as_str() == "oxymoron")
                .map(|package| package.version.to_string())
                .unwrap_or_default(),
        }
    }

    /// The same project with its sources and its output elsewhere.
    #[must_use]
    pub fn moved(&self, root: &Path, target: &Path) -> Self {
        Self {
            root: root.to_owned(),
            target: target.to_owned(),
            version: self.version.clone(),
        }
    }

    /// The folder with the top `Cargo.toml`.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The version of the app.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The release app, ready for any static host.
    #[must_use]
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The debug app. Not in `dist/`, so that a debug build can never be deployed by mistake.
    #[must_use]
    pub fn dev_dist(&self) -> PathBuf {
        self.scratch().join("dev")
    }

    /// Intermediate results of the build.
    #[must_use]
    pub fn scratch(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// Cargo's output.
    #[must_use]
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// npm packages, installed once.
    #[must_use]
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// `path` as a reader of the workspace knows it.
    #[must_use]
    pub fn relative<'a>(&self, path: &'a Path) -> &'a Path {
        path.strip_prefix(&self.root).unwrap_or(path)
    }
}
