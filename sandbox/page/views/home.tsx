import { Blocks } from '../blocks/blocks.tsx'
import { botName } from '../state/model.ts'
import { usePage } from '../state/page.tsx'
import { SurfaceProvider } from '../state/surface.tsx'

/** The app's Home tab as the app published it for this person. */
export function HomeTab() {
  const { slack } = usePage()
  const { home } = slack
  if (home === null) {
    return (
      <div className="home home-empty" data-testid="home">
        <p>{botName(slack)} has not published a Home tab for this person yet.</p>
      </div>
    )
  }
  return (
    <div className="home" data-testid="home">
      <SurfaceProvider key={home.id} at={{ in: 'view', view_id: home.id }} view={home}>
        <Blocks blocks={home.blocks} />
      </SurfaceProvider>
    </div>
  )
}
