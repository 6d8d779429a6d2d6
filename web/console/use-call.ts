/** Reading and writing by the API, as pages do it. */
import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type ApiCallOptions, callApi, type QueryValues } from './api-client.ts';
import { ApiProblem } from './api-problem.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // What was refused is refused again; a fault, or a way that is cut, may pass.
      retry: (count, error) => count < 2 && (!(error instanceof ApiProblem) || error.status >= 500),
      staleTime: 5_000,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

interface CallOptions {
  readonly query?: QueryValues;
  /** Milliseconds, after which it is asked anew while the page is seen. */
  readonly every?: number;
  readonly enabled?: boolean;
}

/**
 * What a GET endpoint answers. What was shown before stays until the next answer is there.
 * @param path below the API, such as `users/ada`
 */
export function useCall<T>(
  path: string,
  { query, every, enabled = true }: CallOptions = {},
): UseQueryResult<T, Error> {
  return useQuery<T, Error>({
    queryKey: [path, query ?? {}],
    queryFn: ({ signal }) => callApi<T>('GET', path, { query, signal }),
    placeholderData: keepPreviousData,
    enabled,
    ...(every !== undefined && { refetchInterval: every }),
  });
}

export interface Sent {
  readonly path: string;
  readonly body?: unknown;
  readonly file?: File;
  readonly query?: QueryValues;
}

/**
 * A write: `const unlock = useSend<{}>('POST', ['users']); unlock.mutate({ path: 'users/ada/unlock' })`.
 * @param stale the beginnings of the paths whose answers are not right any more afterwards
 */
export function useSend<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  stale: readonly string[] = [],
): UseMutationResult<T, Error, Sent> {
  const client = useQueryClient();
  return useMutation<T, Error, Sent>({
    mutationFn: ({ path, ...options }) => callApi<T>(method, path, options as ApiCallOptions),
    onSuccess: () =>
      client.invalidateQueries({
        predicate: ({ queryKey: [path] }) =>
          typeof path === 'string' && stale.some((beginning) => path.startsWith(beginning)),
      }),
  });
}
