import { EwKnowledgeCheck } from "./knowledge-check.js";

if (!customElements.get("ew-knowledge-check")) customElements.define("ew-knowledge-check", EwKnowledgeCheck);
