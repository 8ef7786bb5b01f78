import { createRoot } from 'react-dom/client'
import { App, Shell } from './app'
import { OutsideFace, StartFailedFace } from './faces'
import { englishWords, type Words } from './platform/english'
import { toProblem } from './platform/problem'
import { firstColorScheme, openFrame, type Frame } from './platform/zaf'
import { loadWords } from './platform/words'

/** Connects to Zendesk, then draws. Until the frame is there, nothing is known about user or account. */
export async function start(root: HTMLElement): Promise<void> {
  const react = createRoot(root)
  const shell = { colorScheme: firstColorScheme(), locale: 'en-US', words: englishWords }
  let frame: Frame | undefined
  let words: Words = englishWords
  try {
    frame = await openFrame()
    if (frame) words = await loadWords(frame.user.locale)
  } catch (thrown) {
    return react.render(
      <Shell {...shell}>
        <StartFailedFace problem={toProblem(thrown)} />
      </Shell>,
    )
  }
  if (!frame) {
    return react.render(
      <Shell {...shell}>
        <OutsideFace />
      </Shell>,
    )
  }
  react.render(<App frame={frame} words={words} />)
}
