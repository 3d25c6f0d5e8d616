// Runs before the first paint, so that a chosen theme does not flash. A refused storage leaves the device's own.
try {
  const theme = localStorage.getItem("ew:theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {}
