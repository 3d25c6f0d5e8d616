/** Each of the editors on a page of its own: mounted as its makers tell, with its lists, its tasks and its links. */

import { $generateHtmlFromNodes } from "@lexical/html";
import { LinkNode } from "@lexical/link";
import { ListItemNode, ListNode, registerList } from "@lexical/list";
import { HeadingNode, QuoteNode, registerRichText } from "@lexical/rich-text";
import { Editor as TipTap } from "@tiptap/core";
import { TaskItem, TaskList } from "@tiptap/extension-list";
import { StarterKit } from "@tiptap/starter-kit";
import {
  Bold,
  ClassicEditor,
  Essentials,
  Heading,
  Link,
  List,
  Paragraph,
  PasteFromOffice,
  TodoList,
} from "ckeditor5";
import { createEditor } from "lexical";
import { DOMSerializer, Schema } from "prosemirror-model";
import { schema } from "prosemirror-schema-basic";
import { addListNodes } from "prosemirror-schema-list";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";

/** Each takes an empty element, and gives a function that tells what the editor would save, as HTML. */
const EDITORS = {
  prosemirror(place) {
    const nodes = addListNodes(schema.spec.nodes, "paragraph block*", "block");
    const state = EditorState.create({ schema: new Schema({ nodes, marks: schema.spec.marks }) });
    const view = new EditorView(place, { state });
    return () => {
      const saved = document.createElement("div");
      saved.append(DOMSerializer.fromSchema(view.state.schema).serializeFragment(view.state.doc.content));
      return saved.innerHTML;
    };
  },

  tiptap(element) {
    const editor = new TipTap({
      element,
      extensions: [StarterKit, TaskList, TaskItem.configure({ nested: true })],
    });
    return () => editor.getHTML();
  },

  async ckeditor(place) {
    const plugins = [Essentials, Paragraph, Heading, Bold, Link, List, TodoList, PasteFromOffice];
    const editor = await ClassicEditor.create(place, { licenseKey: "GPL", plugins });
    return () => editor.getData();
  },

  async tinymce(target) {
    const { tinymce } = globalThis;
    const [editor] = await tinymce.init({ target, inline: true, license_key: "gpl", plugins: "lists link" });
    return () => editor.getContent();
  },

  lexical(place) {
    place.contentEditable = "true";
    const editor = createEditor({
      nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode],
      onError: report,
    });
    editor.setRootElement(place);
    registerRichText(editor);
    registerList(editor);
    return () => editor.read(() => $generateHtmlFromNodes(editor));
  },

  quill(place) {
    const editor = new globalThis.Quill(place, { theme: "snow" });
    return () => editor.getSemanticHTML();
  },
};

function report(error) {
  throw error;
}

const name = new URLSearchParams(location.search).get("editor");
globalThis.saved = await EDITORS[name](document.querySelector("#editor"));
document.documentElement.dataset.editor = name;
