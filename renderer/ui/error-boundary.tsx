import { TriangleAlert } from 'lucide-react';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { messages } from '../messages.ts';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

interface ErrorBoundaryProps {
  /** What a person calls the area. */
  readonly area: string;
  readonly report: (message: string) => void;
  readonly children: ReactNode;
}

/** Keeps a fault inside of the area where it happened. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo) {
    const { area, report } = this.props;
    report(`${area}: ${error.stack ?? error.message}\n${componentStack ?? ''}`);
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    const { areaTitle, areaText, reload } = messages.errors;
    return (
      <EmptyState icon={TriangleAlert} title={areaTitle(this.props.area)} text={areaText}>
        <Button onClick={() => this.setState({ hasFailed: false })}>{reload}</Button>
      </EmptyState>
    );
  }
}
