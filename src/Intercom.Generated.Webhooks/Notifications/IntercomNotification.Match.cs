namespace Intercom.Generated.Webhooks;

/// <content>Calls a function for the type of a notification.</content>
public partial class IntercomNotification
{
    /// <summary>Calls the function whose parameter fits the notification or its item. The first one that fits is called.</summary>
    /// <typeparam name="T1">A notification, such as <c>ConversationUserCreated</c>, or an item, such as <c>Conversation</c>.</typeparam>
    /// <typeparam name="TResult">The type of the result. It can be a task.</typeparam>
    /// <param name="first">Called with the notification or its item.</param>
    /// <param name="otherwise">Called with the notification if no other function fits.</param>
    /// <returns>The result of the function.</returns>
    public TResult Match<T1, TResult>(Func<T1, TResult> first, Func<IntercomNotification, TResult> otherwise)
        where T1 : class
    {
        if (As<T1>() is { } case1)
            return Checked(first, nameof(first))(case1);
        return Checked(otherwise, nameof(otherwise))(this);
    }

    /// <inheritdoc cref="Match{T1, TResult}(Func{T1, TResult}, Func{IntercomNotification, TResult})"/>
    public TResult Match<T1, T2, TResult>(Func<T1, TResult> first, Func<T2, TResult> second, Func<IntercomNotification, TResult> otherwise)
        where T1 : class
        where T2 : class
    {
        if (As<T1>() is { } case1)
            return Checked(first, nameof(first))(case1);
        if (As<T2>() is { } case2)
            return Checked(second, nameof(second))(case2);
        return Checked(otherwise, nameof(otherwise))(this);
    }

    /// <inheritdoc cref="Match{T1, TResult}(Func{T1, TResult}, Func{IntercomNotification, TResult})"/>
    public TResult Match<T1, T2, T3, TResult>(
        Func<T1, TResult> first,
        Func<T2, TResult> second,
        Func<T3, TResult> third,
        Func<IntercomNotification, TResult> otherwise)
        where T1 : class
        where T2 : class
        where T3 : class
    {
        if (As<T1>() is { } case1)
            return Checked(first, nameof(first))(case1);
        if (As<T2>() is { } case2)
            return Checked(second, nameof(second))(case2);
        if (As<T3>() is { } case3)
            return Checked(third, nameof(third))(case3);
        return Checked(otherwise, nameof(otherwise))(this);
    }

    /// <inheritdoc cref="Match{T1, TResult}(Func{T1, TResult}, Func{IntercomNotification, TResult})"/>
    public TResult Match<T1, T2, T3, T4, TResult>(
        Func<T1, TResult> first,
        Func<T2, TResult> second,
        Func<T3, TResult> third,
        Func<T4, TResult> fourth,
        Func<IntercomNotification, TResult> otherwise)
        where T1 : class
        where T2 : class
        where T3 : class
        where T4 : class
    {
        if (As<T1>() is { } case1)
            return Checked(first, nameof(first))(case1);
        if (As<T2>() is { } case2)
            return Checked(second, nameof(second))(case2);
        if (As<T3>() is { } case3)
            return Checked(third, nameof(third))(case3);
        if (As<T4>() is { } case4)
            return Checked(fourth, nameof(fourth))(case4);
        return Checked(otherwise, nameof(otherwise))(this);
    }

    /// <inheritdoc cref="Match{T1, TResult}(Func{T1, TResult}, Func{IntercomNotification, TResult})"/>
    public TResult Match<T1, T2, T3, T4, T5, TResult>(
        Func<T1, TResult> first,
        Func<T2, TResult> second,
        Func<T3, TResult> third,
        Func<T4, TResult> fourth,
        Func<T5, TResult> fifth,
        Func<IntercomNotification, TResult> otherwise)
        where T1 : class
        where T2 : class
        where T3 : class
        where T4 : class
        where T5 : class
    {
        if (As<T1>() is { } case1)
            return Checked(first, nameof(first))(case1);
        if (As<T2>() is { } case2)
            return Checked(second, nameof(second))(case2);
        if (As<T3>() is { } case3)
            return Checked(third, nameof(third))(case3);
        if (As<T4>() is { } case4)
            return Checked(fourth, nameof(fourth))(case4);
        if (As<T5>() is { } case5)
            return Checked(fifth, nameof(fifth))(case5);
        return Checked(otherwise, nameof(otherwise))(this);
    }

    /// <inheritdoc cref="Match{T1, TResult}(Func{T1, TResult}, Func{IntercomNotification, TResult})"/>
    public TResult Match<T1, T2, T3, T4, T5, T6, TResult>(
        Func<T1, TResult> first,
        Func<T2, TResult> second,
        Func<T3, TResult> third,
        Func<T4, TResult> fourth,
        Func<T5, TResult> fifth,
        Func<T6, TResult> sixth,
        Func<IntercomNotification, TResult> otherwise)
        where T1 : class
        where T2 : class
        where T3 : class
        where T4 : class
        where T5 : class
        where T6 : class
    {
        if (As<T1>() is { } case1)
            return Checked(first, nameof(first))(case1);
        if (As<T2>() is { } case2)
            return Checked(second, nameof(second))(case2);
        if (As<T3>() is { } case3)
            return Checked(third, nameof(third))(case3);
        if (As<T4>() is { } case4)
            return Checked(fourth, nameof(fourth))(case4);
        if (As<T5>() is { } case5)
            return Checked(fifth, nameof(fifth))(case5);
        if (As<T6>() is { } case6)
            return Checked(sixth, nameof(sixth))(case6);
        return Checked(otherwise, nameof(otherwise))(this);
    }

    private static Func<T, TResult> Checked<T, TResult>(Func<T, TResult> function, string name) =>
        function ?? throw new ArgumentNullException(name);

    private T? As<T>()
        where T : class =>
        this as T ?? Item as T;
}
