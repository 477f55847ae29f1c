// Only in pages of `cargo xtask dev`: the server answers when there is another build than this one.
for (let build = ""; ; ) {
  try {
    const latest = await (await fetch(`./__reload?${build}`)).text();
    if (build && latest !== build) location.reload();
    build = latest;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
