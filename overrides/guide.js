// Every component that needs a script. Each defines its own element, and a page without that element does nothing.
import "./components/checklist/define.js";
import "./components/clear/define.js";
import "./components/copy/define.js";
import "./components/letter/define.js";
import "./components/offline/define.js";
import "./components/pairs/define.js";
import "./components/search/define.js";
import "./components/theme/define.js";
