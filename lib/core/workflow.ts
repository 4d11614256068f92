import { Refusal } from './refusal'

/** A status graph as data: for each status, the actions possible from it and where each leads. */
export function workflow<Status extends string, Action extends string>(
  graph: Record<Status, Partial<Record<Action, Status>>>,
) {
  return {
    graph,
    actionsFrom: (from: Status) => Object.keys(graph[from]) as Action[],
    may: (from: Status, action: Action) => graph[from][action] !== undefined,
    /** The status that `action` leads to; refuses with `status.not-from-here`. */
    next(from: Status, action: Action): Status {
      const to = graph[from][action]
      if (!to) throw new Refusal('status.not-from-here', { from, action })
      return to
    },
  }
}
