// The types of the vendored file of this name: `rootDirs` in tsconfig.json lays this folder over the component's.
export { default } from "minisearch";
export type * from "minisearch";
