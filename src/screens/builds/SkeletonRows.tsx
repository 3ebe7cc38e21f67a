/** Lines as high as rows, while the first page is on its way. */
export function SkeletonRows({ rowHeight }: { readonly rowHeight: number }) {
  return (
    <div aria-hidden="true" className="overflow-hidden">
      {Array.from({ length: 24 }, (_, index) => (
        <div
          key={index}
          className="flex items-center gap-4 border-b border-line px-4"
          style={{ height: rowHeight, opacity: 1 - index / 24 }}
        >
          <span className="h-2.5 w-24 rounded bg-line" />
          <span
            className="h-2.5 rounded bg-line"
            style={{ width: `${22 + ((index * 7) % 18)}%` }}
          />
        </div>
      ))}
    </div>
  );
}
