/** The method of a call, as a mark. */
export function Method({ method }: { readonly method: string }) {
  return <code className={`method ${method.toLowerCase()}`}>{method}</code>;
}
