import { useState } from "preact/hooks";
import type { Shown } from "../document-view.js";
import { originalOf } from "../shared/ask.js";
import { useWords } from "../shared/language.js";
import { Message } from "../shared/parts.js";
import { useAnswer } from "../shared/use-answer.js";
import { FlowPane } from "./flow-pane.js";
import { openPdf } from "./pdf.js";
import { openPicture } from "./picture.js";
import type { Drawing } from "./sheet.js";
import { Sheets } from "./sheets.js";

/** The document as it is printed: pages as they are, everything else in its own flow. */
export function PagePane(shown: Shown) {
  const { say } = useWords();
  const { pages, document: about } = shown.dataset;
  if (about.pages === null) return <FlowPane {...shown} />;
  if (pages === undefined) return <Message>{say("noPages")}</Message>;
  return <Paged {...shown} />;
}

/** Formats whose pages a browser can draw. */
const DRAWN = new Map([
  ["application/pdf", openPdf],
  ["image/png", openPicture],
  ["image/jpeg", openPicture],
  ["image/gif", openPicture],
  ["image/webp", openPicture],
  ["image/bmp", openPicture],
]);

function Paged(shown: Shown) {
  const { say } = useWords();
  const { document_id: id, media_type, sha256 } = shown.dataset.document;
  const [chosen, setChosen] = useState<Uint8Array<ArrayBuffer> | null>(null);
  const open = DRAWN.get(media_type ?? "");
  const key = chosen === null ? id : `${id} chosen`;
  const { value: drawing, error } = useAnswer<Drawing | null>(key, async () =>
    open === undefined ? null : open(chosen ?? originalOf(id)),
  );
  return (
    <>
      {error !== undefined && <FileChoice sha256={sha256} choose={setChosen} />}
      {drawing === null && <Message>{say("cannotDraw")}</Message>}
      {drawing === undefined && error === undefined && <Message>{say("loading")}</Message>}
      {drawing !== undefined && <Sheets {...shown} drawing={drawing} />}
      {error !== undefined && <Sheets {...shown} drawing={null} />}
    </>
  );
}

interface FileChoiceProps {
  readonly sha256: string | null;
  readonly choose: (bytes: Uint8Array<ArrayBuffer>) => void;
}

/** Takes the original from the person who looks; it never leaves the browser. */
function FileChoice({ sha256, choose }: FileChoiceProps) {
  const { say } = useWords();
  const [isOther, setIsOther] = useState(false);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const digest = await crypto.subtle.digest("SHA-256", bytes);
    const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
    if (hash.join("") === sha256) choose(bytes);
    else setIsOther(true);
  };
  return (
    <label class="message">
      {say(isOther ? "otherFile" : "noOriginal")}{" "}
      <input type="file" onChange={(event) => void take(event.currentTarget.files?.[0])} />
    </label>
  );
}
