/** Tells the server now and then that this case is being looked at, while it is. */
import { useEffect } from 'preact/hooks'
import { api } from '../../state/api.ts'

const EVERY_MS = 20_000

export function useLooking(caseId: string): void {
  useEffect(() => {
    const tell = () => {
      if (document.visibilityState === 'visible') api.looking(caseId).catch(() => undefined)
    }
    tell()
    const timer = setInterval(tell, EVERY_MS)
    document.addEventListener('visibilitychange', tell)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tell)
    }
  }, [caseId])
}
