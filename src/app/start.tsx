import { createRoot } from 'react-dom/client'
import { App, Shell } from './app'
import { OutsideFace, StartFailedFace } from './faces'
import { english, loadLanguage, translationFor } from './platform/languages'
import { toProblem } from './platform/problem'
import { firstColorScheme, openFrame, type Frame } from './platform/zaf'
import { catalogueQuery } from './queries/catalogue'
import { definitionWordsQuery } from './queries/definition-words'
import { createQueryClient } from './queries/query-client'

/** Connects to Zendesk, then draws. Until the frame is there, nothing is known about user or account. */
export async function start(root: HTMLElement): Promise<void> {
  const react = createRoot(root)
  const queries = createQueryClient()
  // The catalogue lies beside the app: it comes while Zendesk is being asked who is there.
  void queries.prefetchQuery(catalogueQuery)
  const colorScheme = firstColorScheme()
  let frame: Frame | undefined
  let language = english
  try {
    frame = await openFrame()
    if (frame) {
      void queries.prefetchQuery(definitionWordsQuery(translationFor(frame.user.locale)))
      language = await loadLanguage(frame.user.locale)
    }
  } catch (thrown) {
    return react.render(
      <Shell colorScheme={colorScheme} language={await browsersLanguage()}>
        <StartFailedFace problem={toProblem(thrown)} />
      </Shell>,
    )
  }
  if (!frame) {
    return react.render(
      <Shell colorScheme={colorScheme} language={await browsersLanguage()}>
        <OutsideFace />
      </Shell>,
    )
  }
  react.render(<App frame={frame} language={language} queries={queries} />)
}

/** What is spoken where no Zendesk has said what the user speaks. */
const browsersLanguage = () => loadLanguage(navigator.language)
